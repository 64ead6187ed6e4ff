package dev.onoma.oauth.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** A point on the wall clock by which several calls together have to be done. Immutable and thread-safe. */
public final class Deadline {
    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** So long from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left; zero when nothing is. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** A way out whose calls end by this deadline at the latest. */
    public HttpExchange bound(HttpExchange http) {
        requireNonNull(http, "http");
        return call -> {
            Duration left = left();
            return http.send(
                    call.time().filter(time -> time.compareTo(left) < 0).isPresent() ? call : call.atMost(left));
        };
    }
}
