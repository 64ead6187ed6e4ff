package dev.onoma.store.jdbc.kills;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.StoredRows;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.TestProcess;
import dev.onoma.store.jdbc.World;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What is found after a process was killed in the middle of its logins. */
final class KilledProcess {
    private static final int LOGINS_BEFORE_THE_KILL = 300;

    private KilledProcess() {}

    /**
     * Lets a process log people in, kills it, and opens its database again.
     *
     * @return how many of the answered logins are lost: all of them where the database cannot be read any more
     */
    static int lost(String url, String manner) {
        String tenant = UUID.randomUUID().toString();
        Acknowledged acknowledged = new Acknowledged();
        for (String who : new String[] {"regular-0", "regular-1", "regular-2", "regular-3"}) {
            acknowledged.add(who);
        }
        try (TestProcess process = TestProcess.start(LoadedProcess.class, url, tenant, manner)) {
            process.go();
            while (acknowledged.total() < LOGINS_BEFORE_THE_KILL) {
                add(process.line().orElseThrow(), acknowledged);
            }
            process.kill();
            drain(process, acknowledged);
        }
        return lost(url, tenant, acknowledged);
    }

    /** What it said before it was killed is said, even if nobody had read it yet. */
    private static void drain(TestProcess process, Acknowledged acknowledged) {
        for (Optional<String> line = process.line(); line.isPresent(); line = process.line()) {
            add(line.get(), acknowledged);
        }
    }

    private static void add(String line, Acknowledged acknowledged) {
        if (line.endsWith(LoadedProcess.ANSWERED)) {
            acknowledged.add(line.substring(0, line.length() - LoadedProcess.ANSWERED.length()));
        }
    }

    private static int lost(String url, String tenant, Acknowledged acknowledged) {
        long start = System.nanoTime();
        try (HikariDataSource source = TestDatabases.pool(url)) {
            World world = World.of(source, tenant);
            world.login("after").orElseThrow();
            System.out.println("RECOVERY after the kill of a process: "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms, "
                    + acknowledged.total() + " logins answered");
            int missing = acknowledged.missingIn(world);
            // Of what H2 has not written yet, as it is by itself, a part may be there.
            if (missing == 0) {
                StoredRows.of(source, tenant).areSound();
            }
            return missing;
        } catch (PoolInitializationException | StoreUnavailableException unreadable) {
            unreadable.printStackTrace();
            return acknowledged.total();
        }
    }
}
