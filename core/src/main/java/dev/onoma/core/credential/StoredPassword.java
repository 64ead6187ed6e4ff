package dev.onoma.core.credential;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The hash of a password, as a store keeps it.
 *
 * @param hash one line of text that says how it was made; opaque to stores
 * @param setAt when the password was chosen; hashing it anew does not change that
 */
public record StoredPassword(String hash, Instant setAt) {
    public StoredPassword {
        requireNonNull(hash, "hash");
        requireNonNull(setAt, "setAt");
    }

    /** This password, hashed anew. */
    public StoredPassword rehashed(String newHash) {
        return new StoredPassword(newHash, setAt);
    }

    /** Not the hash. */
    @Override
    public String toString() {
        return "StoredPassword[" + setAt + "]";
    }
}
