package dev.onoma.store.jdbc;

import java.time.Duration;

/**
 * Is told of each use of the database, on the thread that waits for it: for metrics. Thread-safe, and throws nothing.
 */
public interface StoreObserver {
    /** Looks away. */
    StoreObserver NONE = (operation, took, succeeded) -> {};

    /**
     * A use of the database is over, repetitions included.
     *
     * @param operation what it was: {@code find}, {@code write}, {@code search}, …
     * @param took how long it took
     * @param succeeded whether it ended without an exception; a conflict is one
     */
    void finished(String operation, Duration took, boolean succeeded);

    /** A use of the database failed in a way that may pass, and is repeated. */
    default void repeated(String operation) {}
}
