package dev.onoma.faults;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells when WireMock has written down a request: whoever gave up waiting for its answer may be faster. */
final class Journal implements ServeEventListener {
    private final Semaphore written = new Semaphore(0);

    @Override
    public String getName() {
        return "journal";
    }

    @Override
    public void beforeResponseSent(ServeEvent event, Parameters none) {
        written.release();
    }

    void forget() {
        written.drainPermits();
    }

    /** Waits until so many requests are written down; not for ever. */
    void await(int requests) {
        try {
            if (written.tryAcquire(requests, 5, TimeUnit.SECONDS)) {
                written.release(requests);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
