package dev.onoma.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.UserStore;
import dev.onoma.providers.google.Google;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Logins through the durable store, beside pgbench running the very statements that the store sends, on the same
 * server in the same run. Needs {@code pgbench} on the path.
 *
 * <pre>{@code
 * java -cp 'benchmarks/target/benchmarks.jar:benchmarks/target/lib/*' dev.onoma.benchmarks.store.StoreBenchmark [users]
 * }</pre>
 */
public final class StoreBenchmark {
    private static final int SECONDS = 10;

    /** By turns with the floor; what counts is the median, because machines are shared. */
    private static final int ROUNDS = 3;

    /** Until most pages have been written since the last checkpoint, so that they are not logged whole any more. */
    private static final int WARM_UP_SECONDS = 90;

    private static final int[] THREADS = {1, 8, 32};
    private static final int FEW = 10_000;

    /** First logins are of people beyond those that are there; the floor's beyond ours. */
    private static final int NEWCOMERS = 50_000_000;

    private static final int NEWCOMERS_OF_THE_FLOOR = 60_000_000;
    private static final int NEWCOMERS_OF_A_CLIENT = 1_000_000;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final AtomicInteger newcomers = new AtomicInteger(NEWCOMERS);

    private StoreBenchmark() {}

    /** Runs everything; with a number of users, the large store too. */
    public static void main(String[] arguments) throws Exception {
        new StoreBenchmark().run(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
    }

    private void run(int many) throws Exception {
        try (Filled few = new Filled(FEW)) {
            if (many == 0) {
                postgres(List.of(few));
            } else {
                try (Filled filled = new Filled(many)) {
                    postgres(List.of(few, filled));
                }
            }
        }
        h2();
    }

    private void postgres(List<Filled> stores) throws Exception {
        for (Filled each : stores) {
            each.pgbench.rate(each.returning, 8, 2, WARM_UP_SECONDS);
        }
        returning(stores);
        for (Filled each : stores) {
            out.printf("%n| search over %,d users | p95, ms |%n|---|---|%n", each.users);
            new Searches(each.store, each.users)
                    .percentiles()
                    .forEach((name, millis) -> out.printf("| %s | %.1f |%n", name, millis));
            firstLogins(each);
        }
    }

    /** A PostgreSQL with users, and the statements of a login that was seen there. */
    private static final class Filled implements AutoCloseable {
        private final int users;
        private final Postgres postgres;
        private final HikariDataSource pool;
        private final JdbcUserStore store;
        private final Recorder recorder = new Recorder();
        private final UserStore recorded;
        private final Pgbench pgbench;
        private final List<String> returning;

        Filled(int users) throws Exception {
            this.users = users;
            // Room for all that logins touch.
            postgres = new Postgres(users > FEW ? "9GB" : "1GB");
            pool = postgres.pool(32);
            store = Population.store(pool);
            Population.fill(postgres, processor(store), users);
            recorded = Population.store(recorder.recording(pool));
            requireUnchanged(processor(recorded).login(new Visitor().login(users - 1)));
            pgbench = new Pgbench(postgres.port());
            returning = new ArrayList<>(List.of("\\set n random(0, " + (users - 1) + ")"));
            returning.addAll(numbered(last(recorder.script(), 2), users - 1));
        }

        @Override
        public void close() throws IOException {
            pool.close();
            postgres.close();
        }
    }

    /** The stores by turns too, so that what else the machine does meets all of them. */
    private void returning(List<Filled> stores) throws Exception {
        header("returning");
        for (int threads : THREADS) {
            Map<Filled, Rounds> all = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Filled each : stores) {
                    LoginProcessor logins = processor(each.store);
                    all.computeIfAbsent(each, unknown -> new Rounds(threads))
                            .measure(
                                    on -> each.pgbench.rate(each.returning, threads, on, SECONDS),
                                    () -> returning(logins, each.users, threads));
                }
            }
            Rounds few = all.values().iterator().next();
            all.forEach((store, rounds) -> print(store.users, rounds, few.logins() / rounds.logins()));
        }
    }

    private void firstLogins(Filled filled) throws Exception {
        int before = filled.recorder.script().size();
        int person = newcomers.getAndIncrement();
        processor(filled.recorded).login(new Visitor().login(person)).orElseThrow();
        List<String> first = new ArrayList<>(List.of(
                "\\set i :i + 1",
                "\\set n " + NEWCOMERS_OF_THE_FLOOR + " + :client_id * " + NEWCOMERS_OF_A_CLIENT + " + :i"));
        first.addAll(numbered(
                filled.recorder
                        .script()
                        .subList(before, filled.recorder.script().size()),
                person));
        header("first");
        for (int threads : THREADS) {
            Rounds rounds = new Rounds(threads);
            for (int round = 0; round < ROUNDS; round++) {
                rounds.measure(
                        on -> {
                            double rate = filled.pgbench.rate(first, threads, on, SECONDS);
                            forgetThoseOfTheFloor(filled.postgres);
                            return rate;
                        },
                        () -> firstLogins(filled.store, threads));
            }
            print(filled.users, rounds, 1);
        }
    }

    private static void forgetThoseOfTheFloor(Postgres postgres) throws SQLException {
        postgres.execute(List.of(
                "delete from onoma_users where user_id >= '" + Visitor.CONNECTION + "|10354799159714"
                        + NEWCOMERS_OF_THE_FLOOR + "'",
                "vacuum"));
    }

    private void header(String logins) {
        out.printf(
                "%n| %s logins: users | threads | pgbench on two threads | pgbench | Onoma | to pgbench"
                        + " | times as long |%n|---|---|---|---|---|---|---|%n",
                logins);
    }

    private void print(int users, Rounds rounds, double timesAsLong) {
        out.printf(
                "| %,d | %d | %,.0f | %,.0f | %,.0f | %.2f | %.2f |%n",
                users,
                rounds.threads,
                median(rounds.onTwoThreads),
                median(rounds.floor),
                rounds.logins(),
                rounds.logins() / median(rounds.floor),
                timesAsLong);
    }

    /** A rate of pgbench, with a number of threads for all of its connections. */
    private interface Floor {
        double rate(int threads) throws Exception;
    }

    /** What some rounds came to. */
    private static final class Rounds {
        private final int threads;
        private final List<Double> onTwoThreads = new ArrayList<>();
        private final List<Double> floor = new ArrayList<>();
        private final List<Double> onoma = new ArrayList<>();

        Rounds(int threads) {
            this.threads = threads;
        }

        void measure(Floor pgbench, Callable<Double> logins) throws Exception {
            floor.add(pgbench.rate(threads));
            onTwoThreads.add(pgbench.rate(Math.min(threads, 2)));
            onoma.add(logins.call());
        }

        double logins() {
            return median(onoma);
        }
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private void h2() throws Exception {
        Path folder = Files.createTempDirectory("onoma");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + folder.resolve("users"));
        config.setMaximumPoolSize(32);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            UserStore store = Population.store(pool);
            LoginProcessor logins = processor(store);
            for (int person = 0; person < FEW; person++) {
                logins.login(new Visitor().login(person)).orElseThrow();
            }
            out.printf("%nH2 in a file, %,d users%n%n| threads | returning logins a second |%n|---|---|%n", FEW);
            for (int threads : THREADS) {
                out.printf("| %d | %,.0f |%n", threads, returning(logins, FEW, threads));
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static LoginProcessor processor(UserStore store) {
        return LoginProcessor.builder(store)
                .connection(Google.connection(Visitor.CONNECTION).build())
                .build();
    }

    private static double returning(LoginProcessor logins, int users, int threads) throws Exception {
        IntFunction<Runnable> work = thread -> {
            Visitor visitor = new Visitor();
            return () -> requireUnchanged(
                    logins.login(visitor.login(ThreadLocalRandom.current().nextInt(users))));
        };
        Load.rate(threads, Duration.ofSeconds(SECONDS / 2), work);
        return Load.rate(threads, Duration.ofSeconds(SECONDS), work);
    }

    private double firstLogins(UserStore store, int threads) throws Exception {
        LoginProcessor logins = processor(store);
        return Load.rate(threads, Duration.ofSeconds(SECONDS), thread -> {
            Visitor visitor = new Visitor();
            return () ->
                    logins.login(visitor.login(newcomers.getAndIncrement())).orElseThrow();
        });
    }

    private static void requireUnchanged(LoginResult result) {
        if (!(result instanceof LoginResult.Accepted accepted) || accepted.outcome() != LoginOutcome.UNCHANGED) {
            throw new IllegalStateException("a login with the claims that are stored must change nothing");
        }
    }

    private static List<String> last(List<String> script, int count) {
        return script.subList(script.size() - count, script.size());
    }

    /** A script of one person's login, as one of person {@code :n}. */
    private static List<String> numbered(List<String> script, int person) {
        String number = String.format(java.util.Locale.ROOT, "%08d", person);
        return script.stream()
                .map(statement -> statement.replace(number, "' || lpad((:n)::text, 8, '0') || '"))
                .toList();
    }
}
