package dev.onoma.oauth.oidc;

import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.Deadline;

/** Where an issuer's keys come from. Thread-safe. */
public interface KeySource {
    /**
     * The keys as far as they are known.
     *
     * @throws DeniedException when none could be had
     */
    KeySet current();

    /**
     * Newer keys than some that did not verify a token; those very ones when newer ones cannot be had, or were asked
     * for too often.
     */
    KeySet newerThan(KeySet tried, TokenOrigin origin);

    /**
     * As {@link #current()}, for a caller who cannot wait longer.
     *
     * @throws DeniedException when none could be had in time
     */
    default KeySet current(Deadline deadline) {
        return current();
    }

    /** As {@link #newerThan(KeySet, TokenOrigin)}, for a caller who cannot wait longer. */
    default KeySet newerThan(KeySet tried, TokenOrigin origin, Deadline deadline) {
        return newerThan(tried, origin);
    }

    /** Keys that never change. */
    static KeySource of(KeySet keys) {
        return new KeySource() {
            @Override
            public KeySet current() {
                return keys;
            }

            @Override
            public KeySet newerThan(KeySet tried, TokenOrigin origin) {
                return keys;
            }
        };
    }
}
