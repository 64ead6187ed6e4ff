package dev.onoma.store.jdbc.races;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.TestProcess;
import dev.onoma.store.jdbc.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One of the processes of a race. */
final class RacingProcess {
    static final String OPENS = "opens";
    static final String LOGS_IN = "logs in";
    static final String DONE = "done";

    private RacingProcess() {}

    /**
     * Runs it.
     *
     * @param arguments what it does, the database's URL, the tenant, and how many threads do it
     */
    public static void main(String[] arguments) throws Exception {
        try (HikariDataSource source = TestDatabases.pool(arguments[1])) {
            if (arguments[0].equals(OPENS)) {
                TestProcess.awaitGo();
                JdbcUserStore.builder(source).build();
                System.out.println("opened");
            } else {
                logIn(World.of(source, arguments[2]), Integer.parseInt(arguments[3]));
            }
            System.out.println(DONE);
            // The database of an embedded engine lives as long as its processes: none leaves before the others are
            // done.
            System.in.read();
        }
    }

    private static void logIn(World world, int threads) throws IOException, InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        TestProcess.awaitGo();
        List<Future<String>> logins = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            logins.add(
                    executor.submit(() -> world.login("ada").orElseThrow().id().value()));
        }
        for (Future<String> login : logins) {
            System.out.println(outcome(login));
        }
        executor.shutdown();
    }

    private static String outcome(Future<String> login) throws InterruptedException {
        try {
            return login.get();
        } catch (java.util.concurrent.ExecutionException failed) {
            failed.printStackTrace();
            return "failed: " + failed.getCause();
        }
    }
}
