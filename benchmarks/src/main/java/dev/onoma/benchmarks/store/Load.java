package dev.onoma.benchmarks.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Some threads that do the same over and over. */
final class Load {
    private Load() {}

    /**
     * How often a second it was done, by all threads together.
     *
     * @param work what a thread does, made for each thread by its number
     */
    static double rate(int threads, Duration time, IntFunction<Runnable> work)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long end = System.nanoTime() + time.toNanos();
            List<Future<Long>> counts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                Runnable step = work.apply(thread);
                counts.add(pool.submit(() -> {
                    long count = 0;
                    while (System.nanoTime() < end) {
                        step.run();
                        count++;
                    }
                    return count;
                }));
            }
            long all = 0;
            for (Future<Long> count : counts) {
                all += count.get();
            }
            return all * 1e9 / time.toNanos();
        } finally {
            pool.shutdown();
        }
    }
}
