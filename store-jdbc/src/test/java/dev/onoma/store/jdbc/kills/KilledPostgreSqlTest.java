package dev.onoma.store.jdbc.kills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.store.jdbc.ConnectionPool;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.StoredRows;
import dev.onoma.store.jdbc.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("T4: a PostgreSQL that is killed in the middle of logins")
class KilledPostgreSqlTest {
    private static final int THREADS = 8;

    private final Acknowledged acknowledged = new Acknowledged();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch busy = new CountDownLatch(300);

    @TempDir
    private Path folder;

    @Test
    @DisplayName("loses no answered login, and when it is back the same store goes on")
    void killed() throws Exception {
        try (OwnPostgres server = OwnPostgres.start(folder.resolve("data"));
                ConnectionPool pool = ConnectionPool.open(server.url())) {
            JdbcUserStore.builder(pool.dataSource()).build();
            World world = World.of(pool.dataSource(), UUID.randomUUID().toString());

            ExecutorService executor = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> load = load(world, executor);
            assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();
            server.kill();
            assertThat(world.store().check().isUp())
                    .as("whether a killed database is up")
                    .isFalse();
            server.restart();
            long back = System.nanoTime();
            awaitLogin(world);
            System.out.println("RECOVERY after the kill of PostgreSQL: a login "
                    + Duration.ofNanos(System.nanoTime() - back).toMillis() + " ms after the server was there again");
            over.set(true);
            for (Future<?> thread : load) {
                thread.get(60, TimeUnit.SECONDS);
            }
            executor.shutdown();

            assertThat(world.store().check().isUp()).isTrue();
            StoredRows.of(pool.dataSource(), world.tenant()).areSound();
            assertThat(acknowledged.missingIn(world))
                    .as("answered logins that are lost")
                    .isZero();
            assertThat(acknowledged.unansweredIn(world))
                    .as("logins that were counted without an answer")
                    .isLessThanOrEqualTo(unknown.get());
        }
    }

    private List<Future<?>> load(World world, ExecutorService executor) {
        List<Future<?>> load = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String who = "regular-" + i;
            load.add(executor.submit(() -> {
                while (!over.get()) {
                    logIn(world, who);
                }
            }));
        }
        return load;
    }

    private void logIn(World world, String who) {
        try {
            world.login(who).orElseThrow();
            acknowledged.add(who);
            busy.countDown();
        } catch (StoreUnavailableException down) {
            if (down.isOutcomeUnknown()) {
                unknown.incrementAndGet();
            }
        }
    }

    private static void awaitLogin(World world) {
        while (true) {
            try {
                world.login("first").orElseThrow();
                return;
            } catch (StoreUnavailableException down) {
                assertThat(down.isOutcomeUnknown() || down.code().equals("store_unavailable"))
                        .isTrue();
            }
        }
    }
}
