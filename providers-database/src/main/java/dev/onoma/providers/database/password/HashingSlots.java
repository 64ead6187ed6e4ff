package dev.onoma.providers.database.password;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How many hashes are computed at once, first come, first served, and how long one waits for its turn. Thread-safe. */
final class HashingSlots {
    private final Semaphore free;
    private final Duration maxWait;

    HashingSlots(int slots, Duration maxWait) {
        this.free = new Semaphore(slots, true);
        this.maxWait = maxWait;
    }

    <T> T compute(Supplier<T> computation) {
        acquire();
        try {
            return computation.get();
        } finally {
            free.release();
        }
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TooManyHashesException("too many passwords are being hashed, try later");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TooManyHashesException("interrupted while waiting to hash a password");
        }
    }
}
