package dev.onoma.store.jdbc.kills;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.TestProcess;
import dev.onoma.store.jdbc.World;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Logs people in until it is killed, and says so after each. */
final class LoadedProcess {
    /** Lets H2 confirm before it writes, as it does by itself. */
    static final String CARELESS = "careless";

    /** How a line ends that is whole. */
    static final String ANSWERED = " logged in";

    private static final int THREADS = 4;

    private static final long PAUSE_NANOS = 20_000_000;

    private LoadedProcess() {}

    /**
     * Runs it.
     *
     * @param arguments the database's URL, the tenant, and how it goes about it
     */
    public static void main(String[] arguments) throws Exception {
        HikariDataSource source = TestDatabases.pool(arguments[0]);
        World world = World.of(source, arguments[1]);
        for (int i = 0; i < THREADS; i++) {
            world.login("regular-" + i).orElseThrow();
        }
        boolean careless = arguments[2].equals(CARELESS);
        TestProcess.awaitGo();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            new Thread(() -> logIn(world, number)).start();
        }
        while (careless) {
            // Again and again, since the store switches it off when it comes to know a connection.
            beCareless(source);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Returning logins by turns with first ones. */
    private static void logIn(World world, int thread) {
        for (int i = 0; ; i++) {
            String who = i % 4 == 0 ? "new-" + thread + "-" + i : "regular-" + thread;
            world.login(who).orElseThrow();
            System.out.println(who + ANSWERED);
        }
    }

    private static void beCareless(DataSource source) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set write_delay 500");
        }
    }
}
