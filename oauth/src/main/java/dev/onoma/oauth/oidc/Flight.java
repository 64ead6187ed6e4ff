package dev.onoma.oauth.oidc;

import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.Deadline;
import dev.onoma.oauth.oidc.JwksSource.Published;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One fetch at a time, for all who need it, and the latest that came of it. It runs on a thread of its own: were it that
 * of a login, an interrupted login would fail all the others. Thread-safe.
 */
final class Flight {
    /** So soon after a failure nobody waits for another try: an issuer that is down costs one login its time, not all. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Supplier<Published> fetch;
    private final Executor executor;
    private final Clock clock;
    private final AtomicReference<@Nullable CompletableFuture<Published>> running = new AtomicReference<>();
    private volatile @Nullable Published latest;
    private volatile @Nullable Failure failure;

    Flight(Supplier<Published> fetch, Executor executor, Clock clock) {
        this.fetch = fetch;
        this.executor = executor;
        this.clock = clock;
    }

    @Nullable
    Published latest() {
        return latest;
    }

    @Nullable
    CompletableFuture<Published> running() {
        return running.get();
    }

    /** Whether the last fetch failed. */
    boolean hasFailed() {
        return failure != null;
    }

    /** The fetch that is under way, or a new one, or what came since the caller looked. */
    CompletableFuture<Published> fetch(@Nullable Published seen) {
        CompletableFuture<Published> mine = new CompletableFuture<>();
        CompletableFuture<Published> other = running.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        Published since = latest;
        if (since != null && !since.equals(seen)) {
            running.set(null);
            mine.complete(since);
            return mine;
        }
        try {
            executor.execute(() -> run(mine));
        } catch (RejectedExecutionException closed) {
            fail(mine, new DeniedException(DenialCode.KEYS_UNAVAILABLE, "the JWK set could not be asked for"));
        }
        return mine;
    }

    /** As {@link #fetch}, unless one failed a moment ago: then that failure. */
    CompletableFuture<Published> fetchUnlessFailedJustNow(@Nullable Published seen) {
        Failure last = failure;
        return last != null && clock.instant().isBefore(last.at().plus(PAUSE))
                ? CompletableFuture.failedFuture(last.reason())
                : fetch(seen);
    }

    /** As {@link #fetchUnlessFailedJustNow}, for nobody who waits: what comes of it is found later. */
    void fetchBehind(Published seen) {
        var unused = fetchUnlessFailedJustNow(seen);
    }

    private void run(CompletableFuture<Published> mine) {
        try {
            Published published = fetch.get();
            latest = published;
            failure = null;
            running.set(null);
            mine.complete(published);
        } catch (DeniedException denied) {
            fail(mine, denied);
        } catch (RuntimeException unexpected) {
            // Its message may quote what was sent.
            fail(
                    mine,
                    new DeniedException(
                            DenialCode.KEYS_UNAVAILABLE,
                            "the JWK set could not be had: "
                                    + unexpected.getClass().getName()));
        } finally {
            // Whatever else is thrown, nobody waits for ever, and the next one may try.
            if (!mine.isDone()) {
                fail(mine, new DeniedException(DenialCode.KEYS_UNAVAILABLE, "the JWK set could not be had"));
            }
        }
    }

    private void fail(CompletableFuture<Published> mine, DeniedException reason) {
        failure = new Failure(clock.instant(), reason);
        running.set(null);
        mine.completeExceptionally(reason);
    }

    /** @throws DeniedException when nothing came of it, in time */
    Published await(CompletableFuture<Published> fetching, Deadline deadline) {
        try {
            return fetching.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            // Anew for each who waited: an exception belongs to the thread that throws it.
            throw failed.getCause() instanceof DeniedException denied
                    ? new DeniedException(denied.denial().code(), denied.message())
                    : late();
        } catch (TimeoutException late) {
            throw late();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw late();
        }
    }

    private static DeniedException late() {
        return new DeniedException(DenialCode.KEYS_UNAVAILABLE, "the JWK set could not be had in time");
    }

    private record Failure(Instant at, DeniedException reason) {}
}
