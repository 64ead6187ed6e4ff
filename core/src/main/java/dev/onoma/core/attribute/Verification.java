package dev.onoma.core.attribute;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Who vouches that an address belongs to the person, and since when.
 *
 * @param by a connection whose provider said so; {@link Owner#USER} for the application's own confirmation of the
 *     address, which is the only way in which a user verifies one; {@link Owner#ADMIN} or {@link Owner#IMPORT}
 * @param at when it was said first
 */
public record Verification(Owner by, Instant at) {
    public Verification {
        requireNonNull(by, "by");
        requireNonNull(at, "at");
    }
}
