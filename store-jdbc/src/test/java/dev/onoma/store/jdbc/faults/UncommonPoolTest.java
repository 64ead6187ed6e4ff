package dev.onoma.store.jdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.core.store.ImportKeys;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.User;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.StoredRows;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.World;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.h2.api.Trigger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("an application's own pool")
class UncommonPoolTest {
    /** Each engine. */
    enum Engine {
        H2,
        POSTGRESQL;

        DataSource source() {
            return this == H2 ? TestDatabases.h2() : TestDatabases.postgresql();
        }
    }

    /** Over connections whose calls of these names fail, and which live on unless they are closed. */
    private static DataSource failing(DataSource real, Set<String> names) {
        return proxy(DataSource.class, (proxy, method, arguments) -> over(real.getConnection(), names));
    }

    private static Connection over(Connection connection, Set<String> names) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            boolean fails = names.contains(method.getName());
            if (fails && method.getName().equals("close")) {
                connection.close();
            }
            if (fails) {
                throw new SQLException("no", "08006");
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException problem) {
                throw problem.getCause();
            }
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("whose connections do not commit by themselves keeps what was written, and gets them back so")
    void manualCommits(Engine engine) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(engine.source());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(2);
        try (HikariDataSource source = new HikariDataSource(config)) {
            World world = World.empty(source);

            world.login("ada");
            world.login("ada");
            world.login(World.DEVELOPER, Map.of("id", "ada", "name", "Ada"));

            assertThat(World.of(engine.source(), world.tenant())
                            .user("ada")
                            .counters()
                            .logins())
                    .isEqualTo(3);
            StoredRows.of(engine.source(), world.tenant()).areSound();
            try (Connection connection = source.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
        }
    }

    @Test
    @DisplayName("whose transactions get no answer at their end leaves nothing open where they only read")
    void readFails() {
        JdbcUserStore store = World.empty(failing(TestDatabases.postgresql(), Set.of("commit")))
                .store();
        ImportKeys keys =
                new ImportKeys(World.DEVELOPER, Set.of(World.id("ada")), Set.of(), Set.of(), Set.of(), Set.of());

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> store.matches(keys))
                .satisfies(thrown -> assertThat(thrown.isOutcomeUnknown()).isFalse());
    }

    @Test
    @DisplayName("is told that a connection is of no use any more on which H2 has closed its file")
    void closedFile() throws SQLException {
        String url = "jdbc:h2:mem:closed-file";
        try (HikariDataSource migrating = TestDatabases.pool(url);
                HikariDataSource one = TestDatabases.pool(url, 1);
                Connection other = migrating.getConnection();
                Statement statement = other.createStatement()) {
            JdbcUserStore.builder(migrating).build();
            World world = World.empty(one);
            world.login("ada").orElseThrow();
            Connection broken = physical(one);
            statement.execute("create trigger closed before insert on onoma_events for each row call '"
                    + ClosedFile.class.getName() + "'");

            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> world.login("ada"))
                    .satisfies(thrown -> assertThat(thrown.isOutcomeUnknown()).isTrue());

            assertThat(physical(one)).isNotSameAs(broken);
        }
    }

    private static Connection physical(DataSource source) throws SQLException {
        try (Connection lent = source.getConnection()) {
            return lent.unwrap(Connection.class);
        }
    }

    /** Fails as H2 does when an interrupted thread has closed its file. */
    @SuppressWarnings("exports")
    public static final class ClosedFile implements Trigger {
        @Override
        public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
            throw new SQLException("General error", "HY000", 50_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("that cannot take a connection back does not make a write that was confirmed happen twice")
    void closingFails(Engine engine) {
        Set<String> failing = ConcurrentHashMap.newKeySet();
        World world = World.empty(failing(engine.source(), failing));
        failing.add("close");

        world.login("ada");
        world.login("ada");
        world.login(World.DEVELOPER, Map.of("id", "ada", "name", "Ada"));

        assertThat(World.of(engine.source(), world.tenant())
                        .user("ada")
                        .counters()
                        .logins())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("whose transactions cannot be given up leaves nothing of a write that failed in its middle")
    void givingUpFails(Engine engine) {
        World world = World.empty(engine.source());
        world.login("ada");
        world.login("ada.work");
        List<String> before = StoredRows.of(engine.source(), world.tenant()).all();
        JdbcUserStore store = JdbcUserStore.builder(failing(engine.source(), Set.of("rollback", "commit")))
                .tenant(world.tenant())
                .withoutMigration()
                .build();
        StoredUser ada = store.find(World.id("ada")).orElseThrow();
        User blocked = ada.user().toBuilder().blocked(true).build();

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> store.write(new UserChange.Update(ada, blocked, Optional.empty())))
                .satisfies(thrown -> assertThat(thrown.isOutcomeUnknown()).isTrue());

        assertThat(StoredRows.of(engine.source(), world.tenant()).all()).isEqualTo(before);
    }
}
