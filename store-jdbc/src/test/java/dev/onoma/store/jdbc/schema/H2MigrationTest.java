package dev.onoma.store.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.World;
import dev.onoma.store.jdbc.faults.Fault;
import dev.onoma.store.jdbc.faults.FaultyDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("migration of H2")
class H2MigrationTest extends MigrationTestCases {
    @Override
    String emptyDatabase() {
        return "jdbc:h2:mem:" + UUID.randomUUID();
    }

    @ParameterizedTest
    @ValueSource(strings = {"IGNORECASE=TRUE", "COLLATION=ENGLISH STRENGTH PRIMARY"})
    @DisplayName("a database that takes Ada's key for ada's is refused")
    void ignoresCase(String setting) {
        try (HikariDataSource source = TestDatabases.pool(emptyDatabase() + ";" + setting)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JdbcUserStore.builder(source).build())
                    .withMessageStartingWith("the database must tell A from a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_TO_UPPER=FALSE", "DATABASE_TO_LOWER=TRUE", "MODE=PostgreSQL", "MODE=MySQL"})
    @DisplayName("a database may write the names of tables as it likes")
    void names(String setting) {
        try (HikariDataSource source = TestDatabases.pool(emptyDatabase() + ";" + setting)) {
            JdbcUserStore.builder(source).build();

            World.empty(source).login("ada").orElseThrow();
        }
    }

    @Test
    @DisplayName("what an opening leaves that is killed at any of its calls, the next one finishes")
    void killed() throws Exception {
        int calls = callsOfAnOpening();
        // Flyway pauses for seconds before it believes that nothing answers any more.
        ExecutorService executor = Executors.newFixedThreadPool(32);
        try {
            for (Future<Boolean> works : executor.invokeAll(IntStream.rangeClosed(1, calls)
                    .<Callable<Boolean>>mapToObj(call -> () -> worksAfterKill(call))
                    .toList())) {
                assertThat(works.get()).isTrue();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    @DisplayName("a history that has no row yet, as a kill within one of the calls leaves it, is begun anew")
    void begunHistory() throws SQLException {
        try (HikariDataSource source = TestDatabases.pool(emptyDatabase());
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            JdbcUserStore.builder(source).build();
            World.empty(source).login("ada").orElseThrow();
            statement.execute("delete from \"onoma_schema_history\"");

            JdbcUserStore.builder(source).build();

            try (ResultSet users = statement.executeQuery("select 1 from onoma_users")) {
                assertThat(users.next()).isTrue();
            }
        }
    }

    private int callsOfAnOpening() {
        try (HikariDataSource source = TestDatabases.pool(emptyDatabase())) {
            FaultyDatabase database = new FaultyDatabase(source);
            database.arm(Fault.CRASH, Integer.MAX_VALUE);
            JdbcUserStore.builder(database.source()).build();
            return Integer.MAX_VALUE - database.left();
        }
    }

    private boolean worksAfterKill(int call) {
        try (HikariDataSource source = TestDatabases.pool(emptyDatabase())) {
            FaultyDatabase database = new FaultyDatabase(source);
            database.arm(Fault.CRASH, call);
            // A connection that cannot be closed any more stops nobody.
            Throwable killed = catchThrowable(
                    () -> JdbcUserStore.builder(database.source()).build());
            assertThat(killed)
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            some -> assertThat(some).isInstanceOf(StoreUnavailableException.class));
            assertThat(database.disarm()).isTrue();

            JdbcUserStore.builder(source).build();

            return World.empty(source).login("ada").accepted().isPresent();
        }
    }
}
