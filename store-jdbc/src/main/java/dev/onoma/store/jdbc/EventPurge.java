package dev.onoma.store.jdbc;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Forgets old events, and tickets, codes and counts whose time is over, from time to time, on a daemon thread of its
 * own, until it is closed: for applications without a scheduler. A purge that fails is tried again at its next time;
 * several processes may purge one store.
 *
 * <pre>{@code
 * EventPurge purge = EventPurge.every(Duration.ofHours(1), store);
 * }</pre>
 */
public final class EventPurge implements AutoCloseable {
    private final ScheduledExecutorService thread;
    private final Future<?> schedule;

    private EventPurge(ScheduledExecutorService thread, Future<?> schedule) {
        this.thread = thread;
        this.schedule = schedule;
    }

    /** Purges now, and again each time so much time has passed. */
    public static EventPurge every(Duration time, JdbcUserStore store) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread daemon = new Thread(run, "onoma-purge");
            daemon.setDaemon(true);
            return daemon;
        });
        Future<?> schedule =
                thread.scheduleWithFixedDelay(() -> purge(store), 0, time.toMillis(), TimeUnit.MILLISECONDS);
        return new EventPurge(thread, schedule);
    }

    /** An exception would end the schedule; the store's observer has seen it. */
    private static void purge(JdbcUserStore store) {
        try {
            store.purge();
            store.purgeExpired();
        } catch (StoreUnavailableException down) {
            // Next time.
        }
    }

    /** Purges no more. A purge that is going on comes to its end: to interrupt it would close a file of H2 for everybody. */
    @Override
    public void close() {
        schedule.cancel(false);
        thread.shutdown();
    }
}
