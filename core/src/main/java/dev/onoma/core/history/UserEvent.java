package dev.onoma.core.history;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a user.
 *
 * @param user to whom
 * @param at when
 * @param type what
 * @param origin where it came from
 * @param detail what {@link EventType} says of it; empty where it says nothing
 */
public record UserEvent(UserId user, Instant at, EventType type, Origin origin, Optional<String> detail) {
    public UserEvent {
        requireNonNull(user, "user");
        requireNonNull(at, "at");
        requireNonNull(type, "type");
        requireNonNull(origin, "origin");
        requireNonNull(detail, "detail");
    }

    /** An event of which no more is known. */
    public static UserEvent of(UserId user, Instant at, EventType type) {
        return new UserEvent(user, at, type, Origin.NONE, Optional.empty());
    }

    /** This event with where it came from. */
    public UserEvent from(Origin where) {
        return new UserEvent(user, at, type, where, detail);
    }

    /** This event with its detail. */
    public UserEvent detail(String text) {
        return new UserEvent(user, at, type, origin, Optional.of(text));
    }

    @Override
    public String toString() {
        return "UserEvent[" + type.fieldName() + ", " + at + "]";
    }
}
