package dev.onoma.testkit.races;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.StoreConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Does things at the same time. */
public final class Together {
    private static final int SECONDS = 60;

    private Together() {}

    /** Lets threads begin at one moment, each with its number from 0; answers, in order, what each threw. */
    public static List<Optional<RuntimeException>> attempt(int threads, IntConsumer task) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                futures.add(executor.submit(() -> {
                    start.await();
                    task.accept(number);
                    return number;
                }));
            }
            start.countDown();
            List<Optional<RuntimeException>> thrown = new ArrayList<>();
            for (Future<?> future : futures) {
                thrown.add(thrown(future));
            }
            return thrown;
        } finally {
            executor.shutdownNow();
        }
    }

    /** The same, where nothing may be thrown. */
    public static void run(int threads, IntConsumer task) {
        attempt(threads, task)
                .forEach(thrown -> thrown.ifPresent(unexpected -> {
                    throw new AssertionError("one of " + threads + " threads failed", unexpected);
                }));
    }

    /** Waits for as long as another thread needs to be faster. */
    public static void pause() {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
    }

    /** Lets each of that many threads pass when all of them have come here; later comers pass at once. */
    public static Runnable gate(int threads) {
        CountDownLatch missing = new CountDownLatch(threads);
        return () -> {
            missing.countDown();
            try {
                // A gate that does not open in time lets everybody pass: there is no race then, but no failure either.
                boolean unused = missing.await(SECONDS / 2, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** The one thread that succeeded, where all others must have met this conflict. */
    public static int onlyWinner(
            List<Optional<RuntimeException>> thrown, Class<? extends StoreConflictException> others) {
        assertThat(thrown.stream().flatMap(Optional::stream))
                .allSatisfy(problem -> assertThat(problem)
                        .as("what a thread that lost was told")
                        .isInstanceOf(others));
        assertThat(thrown.stream().filter(Optional::isEmpty))
                .as("threads that succeeded")
                .hasSize(1);
        return thrown.indexOf(Optional.<RuntimeException>empty());
    }

    private static Optional<RuntimeException> thrown(Future<?> future) {
        try {
            future.get(SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException problem) {
                return Optional.of(problem);
            }
            throw new AssertionError("a thread failed", failed.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError("a thread was not done after " + SECONDS + " seconds", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
