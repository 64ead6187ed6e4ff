package dev.onoma.oauth.transaction;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers uses within one process, each until it expires. Thread-safe. */
public final class InMemoryUsedTransactions implements UsedTransactions {
    private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);

    private final ConcurrentMap<String, Instant> uses = new ConcurrentHashMap<>();
    private final Clock clock;
    private final AtomicReference<Instant> sweptAt;

    /** By the system's clock. */
    public InMemoryUsedTransactions() {
        this(Clock.systemUTC());
    }

    /** By a clock. */
    public InMemoryUsedTransactions(Clock clock) {
        this.clock = requireNonNull(clock, "clock");
        this.sweptAt = new AtomicReference<>(clock.instant());
    }

    @Override
    public boolean use(String name, Instant until) {
        sweep();
        return uses.putIfAbsent(name, until) == null;
    }

    private void sweep() {
        Instant now = clock.instant();
        Instant last = sweptAt.get();
        if (Duration.between(last, now).compareTo(SWEPT_EVERY) >= 0 && sweptAt.compareAndSet(last, now)) {
            uses.values().removeIf(until -> until.isBefore(now));
        }
    }

    /** How many uses are remembered. */
    int size() {
        return uses.size();
    }
}
