package dev.onoma.store.jdbc.races;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.store.jdbc.Account;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.TestProcess;
import dev.onoma.store.jdbc.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One of the processes of a race. */
final class RacingProcess {
    static final String OPENS = "opens";
    static final String LOGS_IN = "logs in";
    static final String SIGNS_UP = "signs up";
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
                World world = World.of(source, arguments[2]);
                Callable<String> task = arguments[0].equals(LOGS_IN) ? () -> logIn(world) : () -> signUp(world);
                together(task, Integer.parseInt(arguments[3]));
            }
            System.out.println(DONE);
            // The database of an embedded engine lives as long as its processes: none leaves before the others are
            // done.
            System.in.read();
        }
    }

    private static String logIn(World world) {
        return world.login("ada").orElseThrow().id().value();
    }

    /** Under the one name that everybody wants. */
    private static String signUp(World world) {
        Account account = Account.drawn("ada");
        try {
            world.store().credentials().write(account.insert(), account.credential());
            return account.user().id().value();
        } catch (LoginNameTakenException taken) {
            return taken.code();
        }
    }

    private static void together(Callable<String> task, int threads) throws IOException, InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        TestProcess.awaitGo();
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(executor.submit(task));
        }
        for (Future<String> one : all) {
            System.out.println(outcome(one));
        }
        executor.shutdown();
    }

    private static String outcome(Future<String> one) throws InterruptedException {
        try {
            return one.get();
        } catch (java.util.concurrent.ExecutionException failed) {
            failed.printStackTrace();
            return "failed: " + failed.getCause();
        }
    }
}
