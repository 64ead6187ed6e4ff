package dev.onoma.benchmarks.account;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.account.Accounts;
import dev.onoma.providers.database.account.PasswordLogin;
import dev.onoma.providers.database.account.SignUp;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.password.Password;
import dev.onoma.providers.google.Google;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One password login after the other; then 200 at once, with Google logins beside them. */
public final class PasswordLoginBenchmark {
    private static final int STORM = 200;
    private static final int USERS = 8;
    private static final int ROUNDS = 10;
    private static final String SECRET = "correct horse battery";
    private static final Duration ALONE = Duration.ofSeconds(5);
    private static final Duration PACE = Duration.ofMillis(1);

    private final Connection users = Database.accounts("users").build();
    private final InMemoryUserStore store = new InMemoryUserStore();
    private final LoginProcessor processor = LoginProcessor.builder(store)
            .connection(users)
            .connection(Google.connection("google-oauth2").build())
            .build();
    private final Accounts accounts = Accounts.builder(users, processor, store, AccountKey.random())
            .sender(message -> {})
            .build();
    private final byte[] google = "{\"sub\":\"1\",\"name\":\"Ada\",\"email\":\"ada@gmail.com\",\"email_verified\":true}"
            .getBytes(StandardCharsets.UTF_8);

    private PasswordLoginBenchmark() {}

    /** Runs it and prints its figures. */
    public static void main(String[] arguments) throws InterruptedException {
        new PasswordLoginBenchmark().run();
    }

    private void run() throws InterruptedException {
        for (int user = 0; user < USERS; user++) {
            accounts.signUp(SignUp.withEmail(address(user), Password.of(SECRET)), Origin.NONE)
                    .orElseThrow();
        }
        oneAfterTheOther();
        socialLogins(untilPassed(ALONE));
        print("Google logins alone", socialLogins(untilPassed(ALONE)));
        storm();
    }

    private void oneAfterTheOther() {
        long[] times = new long[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            logIn(0);
            times[Math.max(round, 0)] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf("one password login: median %.1f ms%n", times[ROUNDS / 2] / 1e6);
    }

    private void storm() throws InterruptedException {
        System.gc();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicLong heap = new AtomicLong();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> people = new ArrayList<>();
        for (int user = 0; user < STORM; user++) {
            int number = user % USERS;
            Thread person = new Thread(() -> {
                awaitQuietly(start);
                while (!over.get()) {
                    (logIn(number) ? accepted : refused).incrementAndGet();
                }
            });
            people.add(person);
            person.start();
        }
        long before = used();
        long began = System.nanoTime();
        start.countDown();
        long[] social =
                socialLogins(untilPassed(ALONE.multipliedBy(2)), () -> heap.accumulateAndGet(used(), Math::max));
        over.set(true);
        double seconds = (System.nanoTime() - began) / 1e9;
        for (Thread person : people) {
            person.join();
        }
        print("Google logins beside " + STORM + " password logins", social);
        System.out.printf(
                "password logins: %.1f a second, %d told to come back later; heap %d MiB before, %d MiB at most%n",
                accepted.get() / seconds, refused.get(), before >> 20, heap.get() >> 20);
    }

    private boolean logIn(int user) {
        return accounts.logIn(new PasswordLogin(address(user), Password.of(SECRET), Origin.NONE))
                .user()
                .isPresent();
    }

    private static String address(int user) {
        return "user" + user + "@example.org";
    }

    private long[] socialLogins(long until) {
        return socialLogins(until, () -> {});
    }

    /** One login a millisecond, so that its time is its own and not that of a queue. */
    private long[] socialLogins(long until, Runnable beside) {
        List<Long> times = new ArrayList<>();
        while (System.nanoTime() < until) {
            long start = System.nanoTime();
            processor
                    .login(Login.of("google-oauth2", Claims.parse(google, Evidence.USERINFO_RESPONSE)))
                    .orElseThrow();
            times.add(System.nanoTime() - start);
            beside.run();
            LockSupport.parkNanos(PACE.toNanos());
        }
        return times.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static long untilPassed(Duration duration) {
        return System.nanoTime() + duration.toNanos();
    }

    private static void print(String what, long[] sorted) {
        System.out.printf(
                "%s: %d, p50 %.3f ms, p99 %.3f ms%n",
                what, sorted.length, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
