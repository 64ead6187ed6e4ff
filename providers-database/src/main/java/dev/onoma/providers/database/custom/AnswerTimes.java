package dev.onoma.providers.database.custom;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/** How long a database took for its latest refusals, so that a refusal without asking it takes as long. Thread-safe. */
final class AnswerTimes {
    private static final int KEPT = 32;

    private final Duration[] latest = new Duration[KEPT];
    private final Semaphore waiting;
    private final Pause pause;
    private int known;
    private int next;

    /**
     * No times yet.
     *
     * @param waiting how many wait at once; who comes then does not
     */
    AnswerTimes(int waiting, Pause pause) {
        this.waiting = new Semaphore(waiting);
        this.pause = pause;
    }

    /** Waits for a time. */
    @FunctionalInterface
    interface Pause {
        Pause SLEEP = time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);

        void await(Duration time) throws InterruptedException;
    }

    synchronized void add(Duration time) {
        latest[next] = time;
        next = (next + 1) % KEPT;
        known = Math.min(known + 1, KEPT);
    }

    private synchronized Optional<Duration> any() {
        return known == 0
                ? Optional.empty()
                : Optional.of(latest[ThreadLocalRandom.current().nextInt(known)]);
    }

    /** Waits as long as one of the latest refusals took. */
    void await() {
        Optional<Duration> time = any();
        if (time.isEmpty() || !waiting.tryAcquire()) {
            return;
        }
        try {
            pause.await(time.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }
}
