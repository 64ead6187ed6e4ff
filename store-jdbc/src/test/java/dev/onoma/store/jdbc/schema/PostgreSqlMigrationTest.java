package dev.onoma.store.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.World;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("migration of PostgreSQL")
class PostgreSqlMigrationTest extends MigrationTestCases {
    @Override
    String emptyDatabase() throws SQLException {
        return TestDatabases.emptyPostgresql();
    }

    @Test
    @DisplayName("an opening works beside another one, whichever of its looks at the empty database that one follows")
    void overtaken() throws SQLException {
        int look = 0;
        Overtaking overtaking;
        do {
            look++;
            try (HikariDataSource source = TestDatabases.pool(emptyDatabase())) {
                overtaking = new Overtaking(source, look);

                JdbcUserStore.builder(overtaking.source()).build();

                assertThat(World.empty(source).login("ada").accepted()).isPresent();
            }
        } while (overtaking.happened);
        assertThat(look).as("looks before Flyway locks the others out").isGreaterThan(4);
    }

    /** Opens the database by another store, behind one of the statements before Flyway's lock. */
    private static final class Overtaking {
        private final DataSource real;
        private final int when;
        private int looks;
        private boolean locked;
        private boolean happened;

        Overtaking(DataSource real, int when) {
            this.real = real;
            this.when = when;
        }

        DataSource source() {
            return proxy(DataSource.class, real, sql -> {});
        }

        private void looked(String sql) {
            locked = locked || sql.contains("advisory");
            if (!locked && ++looks == when) {
                happened = true;
                JdbcUserStore.builder(real).build();
            }
        }

        private <T> T proxy(Class<T> type, Object target, Consumer<String> executed) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, all) -> {
                        Object result;
                        try {
                            result = method.invoke(target, all);
                        } catch (InvocationTargetException problem) {
                            throw problem.getCause();
                        }
                        if (method.getName().startsWith("execute")) {
                            executed.accept(all == null ? "" : String.valueOf(all[0]));
                        }
                        if (result instanceof Connection connection
                                && method.getName().equals("getConnection")) {
                            return proxy(Connection.class, connection, sql -> {});
                        }
                        return result instanceof PreparedStatement statement && all != null
                                ? proxy(PreparedStatement.class, statement, sql -> looked(String.valueOf(all[0])))
                                : result;
                    }));
        }
    }
}
