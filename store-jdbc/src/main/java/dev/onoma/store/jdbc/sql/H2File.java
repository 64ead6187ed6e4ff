package dev.onoma.store.jdbc.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A database of H2 that is a file, whose writers take turns. H2 2.5 saves its tables one after the other while others go
 * on writing: of a transaction that is confirmed meanwhile, the file can hold a part, which is all that is left after a
 * kill.
 *
 * <p>Those of this process queue. For those of others, a transaction {@linkplain #TAKE_TURN takes a turn}. In the process
 * in which H2 runs, one statement that writes to {@link #TURNS} needs only the queue: nobody takes a turn before H2 has
 * saved it. Thread-safe.
 */
public final class H2File {
    /** The table that a turn locks: each login writes to it, and hardly anybody reads it. */
    static final String TURNS = "onoma_events";

    /**
     * Waits until nobody else writes to that table, and keeps all others from it until the transaction is saved. H2 has no
     * {@code LOCK TABLE}; this locks the table in the same way, and changes nothing.
     */
    public static final String TAKE_TURN = "alter table " + TURNS + " set referential_integrity true";

    private static final Map<String, Lock> QUEUES = new ConcurrentHashMap<>();

    private final Lock queue;
    private final boolean served;

    /**
     * A file.
     *
     * @param path where H2 finds it
     * @param served whether H2 is reached through a socket, as that of another process is
     */
    H2File(String path, boolean served) {
        this.queue = QUEUES.computeIfAbsent(path, unknown -> new ReentrantLock());
        this.served = served;
    }

    boolean isServed() {
        return served;
    }

    /** Writes when nobody else in this process does. */
    <T> T queued(Supplier<T> write) {
        queue.lock();
        try {
            return write.get();
        } finally {
            queue.unlock();
        }
    }
}
