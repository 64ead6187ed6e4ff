package dev.onoma.core.login;

import java.util.Locale;

/** What an accepted login did. */
public enum LoginOutcome {
    /** It created its user. */
    CREATED,
    /** A root attribute, an owner, the claims of an identity or metadata changed by value. */
    UPDATED,
    /** Only the counters moved. */
    UNCHANGED;

    /** The outcome's word, such as {@code created}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
