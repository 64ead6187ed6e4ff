package dev.onoma.oauth.oidc;

import dev.onoma.oauth.oidc.JwksSource.Delays;
import dev.onoma.oauth.oidc.JwksSource.Published;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes keys that were used before they expire, so that the next login finds them fresh even where the last one was
 * long ago. Keys that nobody used since they came are left to expire: an idle application sends nothing. Thread-safe.
 */
final class RefreshTimer {
    private static final Duration SOONEST = Duration.ofSeconds(30);

    private final Flight flight;
    private final Clock clock;
    private final Delays delays;
    private final AtomicReference<@Nullable Published> armedFor = new AtomicReference<>();

    RefreshTimer(Flight flight, Clock clock, Delays delays) {
        this.flight = flight;
        this.clock = clock;
        this.delays = delays;
    }

    /** Keys were used: once for each that was published, the timer is set. */
    void used(Published keys) {
        if (!keys.equals(armedFor.get()) && !keys.equals(armedFor.getAndSet(keys))) {
            Duration left = Duration.between(clock.instant(), keys.freshness().refreshFrom());
            delays.after(left.compareTo(SOONEST) < 0 ? SOONEST : left, () -> refresh(keys));
        }
    }

    private void refresh(Published keys) {
        if (keys.equals(flight.latest())) {
            flight.fetchBehind(keys);
        }
    }
}
