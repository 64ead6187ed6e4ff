package dev.onoma.store.jdbc.races;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.json.JsonObject;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.StoredRows;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.TestProcess;
import dev.onoma.store.jdbc.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Races that a store must stand, on one engine. */
abstract class RaceTestCases {
    private static final int THREADS = 32;

    /** The URL of an empty database that several processes can use at once. */
    abstract String emptyDatabase() throws Exception;

    @Test
    @DisplayName("T1: 64 threads in two processes make the same first login: one user, one identity, 64 successes")
    void firstLogins() throws Exception {
        String url = emptyDatabase();
        String tenant = UUID.randomUUID().toString();
        open(url);

        List<String> answers = race(RacingProcess.LOGS_IN, url, tenant, Integer.toString(THREADS));

        assertThat(answers).hasSize(2 * THREADS).containsOnly(World.id("ada").value());
        try (HikariDataSource source = TestDatabases.pool(url)) {
            StoredRows rows = StoredRows.of(source, tenant);
            rows.areSound();
            assertThat(rows.rows("select user_id from onoma_users where tenant = ?"))
                    .hasSize(1);
            assertThat(rows.rows("select subject from onoma_identities where tenant = ?"))
                    .hasSize(1);
            assertThat(rows.rows("select logins_count from onoma_logins where tenant = ?"))
                    .containsExactly("64");
        }
    }

    @Test
    @DisplayName("64 threads in two processes sign up under one name: one user, one credential, one success")
    void signups() throws Exception {
        String url = emptyDatabase();
        String tenant = UUID.randomUUID().toString();
        open(url);

        List<String> answers = race(RacingProcess.SIGNS_UP, url, tenant, Integer.toString(THREADS));

        try (HikariDataSource source = TestDatabases.pool(url)) {
            StoredRows rows = StoredRows.of(source, tenant);
            rows.areSound();
            List<String> users = rows.rows("select user_id from onoma_users where tenant = ?");
            assertThat(users).hasSize(1);
            assertThat(rows.rows("select subject from onoma_credentials where tenant = ?"))
                    .hasSize(1);
            assertThat(answers).hasSize(2 * THREADS).containsOnlyOnce(users.get(0));
            assertThat(answers).filteredOn("login_name_taken"::equals).hasSize(2 * THREADS - 1);
        }
    }

    @Test
    @DisplayName("two processes open the same empty database at once, and both find their tables")
    void opening() throws Exception {
        String url = emptyDatabase();

        assertThat(race(RacingProcess.OPENS, url)).containsExactly("opened", "opened");

        try (HikariDataSource source = TestDatabases.pool(url)) {
            World world = World.empty(source);
            assertThat(world.login("ada").accepted()).isPresent();
        }
    }

    @Test
    @DisplayName("T2: 100 logins beside 100 edits by an administrator lose nothing, and each login is counted")
    void loginsBesideEdits() throws Exception {
        String url = emptyDatabase();
        open(url);
        try (HikariDataSource source = TestDatabases.pool(url)) {
            World world = World.empty(source);
            world.login("ada");

            together(
                    100,
                    i -> world.login(World.DEVELOPER, Map.of("id", "ada", "name", "Ada " + i))
                            .orElseThrow(),
                    i -> world.administration().edit(World.id("ada"), field(i)).orElseThrow());

            assertThat(world.user("ada").counters().logins()).isEqualTo(101);
            assertThat(world.user("ada").appMetadata().size()).isEqualTo(100);
            StoredRows.of(source, world.tenant()).areSound();
        }
    }

    private static AdministratorEdit field(int number) {
        return AdministratorEdit.builder()
                .appMetadata(JsonObject.builder().put("field-" + number, number).build())
                .build();
    }

    /** Does something with a number. */
    private interface Step {
        Object run(int number);
    }

    private static void together(int times, Step... steps) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(16);
        try {
            List<Future<Object>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                for (Step step : steps) {
                    all.add(executor.submit(() -> step.run(number)));
                }
            }
            for (Future<Object> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static void open(String url) {
        try (HikariDataSource source = TestDatabases.pool(url)) {
            JdbcUserStore.builder(source).build();
        }
    }

    /** What two processes answer that start at one moment. */
    private static List<String> race(String... arguments) {
        List<TestProcess> processes = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> TestProcess.start(RacingProcess.class, arguments))
                .toList();
        try {
            processes.forEach(TestProcess::go);
            return processes.stream()
                    .flatMap(process -> process.linesUntil(RacingProcess.DONE).stream())
                    .toList();
        } finally {
            processes.forEach(TestProcess::close);
        }
    }
}
