package dev.onoma.testkit.oauth.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Holds the requests to one endpoint until it is opened, so that a test sees what else happens meanwhile. They count as
 * requests when they arrive. Thread-safe.
 */
public final class Gate implements AutoCloseable {
    private final Semaphore arrivals = new Semaphore(0);
    private final CountDownLatch opened = new CountDownLatch(1);

    Gate() {}

    /**
     * Waits until so many requests, beyond those waited for before, have arrived at the gate.
     *
     * @throws IllegalStateException when they have not within the given time, or the thread was interrupted
     */
    public void awaitArrivals(int requests, Duration patience) {
        try {
            if (!arrivals.tryAcquire(requests, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("fewer than " + requests + " requests arrived at the gate in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the gate", interrupted);
        }
    }

    /** Lets all requests through, those to come as well. */
    public void open() {
        opened.countDown();
    }

    /** Opens the gate. */
    @Override
    public void close() {
        open();
    }

    void pass() throws InterruptedException {
        arrivals.release();
        opened.await();
    }
}
