package dev.onoma.core.history;

import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * What happened to users, for a time. What a change records is written with the change itself, by its store; here it is
 * read, and what has no change is added. Thread-safe.
 */
public interface History {
    /**
     * A user's events, the newest first. Of one moment, those of one change stand in its order, the last first; those
     * of different changes in any.
     *
     * @param limit how many at most
     */
    List<UserEvent> events(UserId user, int limit);

    /** Adds an event that no change records. */
    void record(UserEvent event);

    /** Forgets what happened before a time, and says how many events that were. */
    long purge(Instant before);
}
