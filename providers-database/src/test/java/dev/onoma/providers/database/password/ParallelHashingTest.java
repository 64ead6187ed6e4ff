package dev.onoma.providers.database.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ParallelHashingTest {
    private static final Password RIGHT = Password.of("correct horse battery staple");
    private static final Password WRONG = Password.of("Tr0ub4dor&3");

    /** The results of one task run by so many threads at once. */
    private static <T> List<T> together(int threads, Callable<T> task) throws Exception {
        CountDownLatch ready = new CountDownLatch(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(2, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    @DisplayName("200 logins at once are all answered, and never more than the bound are computed side by side")
    void bounded() throws Exception {
        HashingSlots slots = new HashingSlots(4, Duration.ofMinutes(1));
        Argon2Memory memory = new Argon2Memory(new Argon2Costs(2_048, 1, 1));
        PasswordHash hash = PasswordHasher.builder()
                .dangerouslyCheapArgon2id(2_048, 1, 1)
                .build()
                .hash(RIGHT);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        List<Boolean> answers = together(
                200,
                () -> slots.compute(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    boolean matches = hash.matches(RIGHT, Peppers.none(), memory);
                    now.decrementAndGet();
                    return matches;
                }));

        assertThat(answers).hasSize(200).containsOnly(true);
        assertThat(most.get()).isBetween(1, 4);
        // The memory of a hash, 19 MiB by default: what 200 logins leave behind is what four need.
        assertThat(memory.idle()).isBetween(1, 4);
    }

    @Test
    @DisplayName("many threads share a hasher: right passwords match, wrong ones do not")
    void shared() throws Exception {
        PasswordHasher hasher = PasswordHasher.builder()
                .dangerouslyCheapArgon2id(256, 2, 1)
                .maxWait(Duration.ofMinutes(1))
                .build();
        PasswordHash hash = hasher.hash(RIGHT);

        List<Boolean> answers = together(32, () -> {
            boolean all = true;
            for (int i = 0; i < 20; i++) {
                all &= hasher.verify(RIGHT, hash).matches();
                all &= !hasher.verify(WRONG, hash).matches();
                all &= hasher.verify(RIGHT, hasher.hash(RIGHT)).matches();
            }
            return all;
        });

        assertThat(answers).hasSize(32).containsOnly(true);
    }

    @Test
    @DisplayName("who gets no turn before the deadline is told to try later, for a known user and for nobody alike")
    void tooMany() throws Exception {
        HashingSlots slots = new HashingSlots(1, Duration.ofMillis(20));
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<String> occupant = executor.submit(() -> slots.compute(() -> {
                busy.countDown();
                await(done);
                return "done";
            }));
            busy.await();

            TooManyHashesException error =
                    catchThrowableOfType(TooManyHashesException.class, () -> slots.compute(() -> "another"));

            assertThat(error.code()).isEqualTo("too_many_hashes");
            assertThat(error).hasMessage("too many passwords are being hashed, try later");
            done.countDown();
            assertThat(occupant.get(1, TimeUnit.MINUTES)).isEqualTo("done");
            assertThat(slots.compute(() -> "another")).isEqualTo("another");
        } finally {
            done.countDown();
            executor.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("a turn is given back when its work fails")
    void givenBack() {
        HashingSlots slots = new HashingSlots(1, Duration.ZERO);

        assertThatThrownBy(() -> slots.compute(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(slots.compute(() -> "next")).isEqualTo("next");
    }

    @Test
    @DisplayName("who is interrupted while waiting is told so, and stays interrupted")
    void interrupted() {
        HashingSlots slots = new HashingSlots(1, Duration.ofSeconds(30));
        Thread.currentThread().interrupt();

        TooManyHashesException error =
                catchThrowableOfType(TooManyHashesException.class, () -> slots.compute(() -> "never"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(error).hasMessage("interrupted while waiting to hash a password");
    }

    @Test
    @DisplayName("I-6: a password that is too long asks for no turn, and is answered while all are taken")
    void tooLongTakesNoTurn() throws Exception {
        PasswordHasher hasher = PasswordHasher.builder()
                .dangerouslyCheapArgon2id(131_072, 4, 1)
                .parallel(1)
                .maxWait(Duration.ZERO)
                .build();
        Password tooLong = Password.of("x".repeat(1_025));
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<PasswordVerdict> occupant = executor.submit(() -> whenFree(hasher));
            while (isFree(hasher) && !occupant.isDone()) {
                Thread.onSpinWait();
            }

            assertThat(hasher.verifyNothing(tooLong)).isEqualTo(PasswordVerdict.NO);
            assertThat(occupant.isDone()).isFalse();
            assertThat(occupant.get(1, TimeUnit.MINUTES)).isEqualTo(PasswordVerdict.NO);
        } finally {
            executor.shutdownNow();
        }
    }

    /** The answer for nobody's password, which takes its time, as soon as a turn is free. */
    private static PasswordVerdict whenFree(PasswordHasher hasher) {
        while (true) {
            try {
                return hasher.verifyNothing(RIGHT);
            } catch (TooManyHashesException busy) {
                Thread.onSpinWait();
            }
        }
    }

    /** Whether a turn is to be had, asked with a hash that takes no time. */
    private static boolean isFree(PasswordHasher hasher) {
        try {
            return hasher.verify(Password.of("password"), PasswordHash.parse("$md5$X03MO1qnZdYdgyfeuILPmQ"))
                    .matches();
        } catch (TooManyHashesException busy) {
            return false;
        }
    }
}
