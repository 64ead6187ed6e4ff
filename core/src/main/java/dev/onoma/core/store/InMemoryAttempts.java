package dev.onoma.core.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts of attempts in memory. */
final class InMemoryAttempts implements AttemptStore {
    private final Map<String, Count> counts = new HashMap<>();

    private record Count(long attempts, Instant until) {
        boolean isOver(Instant now) {
            return !until.isAfter(now);
        }
    }

    @Override
    public synchronized long count(String key, Instant now, Instant until) {
        Count before = counts.get(key);
        Count after = before == null || before.isOver(now)
                ? new Count(1, until)
                : new Count(before.attempts() + 1, before.until());
        counts.put(key, after);
        return after.attempts();
    }

    @Override
    public synchronized long attempts(String key, Instant now) {
        Count count = counts.get(key);
        return count == null || count.isOver(now) ? 0 : count.attempts();
    }

    @Override
    public synchronized void giveBack(String key, Instant now) {
        if (attempts(key, now) > 0) {
            counts.computeIfPresent(key, (same, count) -> new Count(count.attempts() - 1, count.until()));
        }
    }

    @Override
    public synchronized void forget(String key) {
        counts.remove(key);
    }

    synchronized long purgeExpired(Instant now) {
        long size = counts.size();
        counts.values().removeIf(count -> count.isOver(now));
        return size - counts.size();
    }
}
