package dev.onoma.core.user;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.Characters;

/**
 * What a user is called for good: {@code provider|subject}, or {@code provider|connection|subject} where the connection
 * bears another name than its provider, or the subject holds a bar.
 *
 * @param value text, compared exactly; those that connections give are at most 420 characters long
 */
public record UserId(String value) {
    public UserId {
        requireNonNull(value, "value");
        if (value.isEmpty() || Characters.isUnsafe(value)) {
            throw new IllegalArgumentException("a user id must be text, without NUL and lone surrogates");
        }
    }

    public static UserId of(String value) {
        return new UserId(value);
    }

    /** The id that the user of a new identity gets. */
    public static UserId from(String provider, IdentityKey key) {
        boolean shortForm = key.connection().equals(provider) && key.subject().indexOf('|') < 0;
        return new UserId(
                shortForm ? provider + "|" + key.subject() : provider + "|" + key.connection() + "|" + key.subject());
    }

    @Override
    public String toString() {
        return "UserId";
    }
}
