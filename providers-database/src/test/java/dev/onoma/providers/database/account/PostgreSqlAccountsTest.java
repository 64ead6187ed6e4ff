package dev.onoma.providers.database.account;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.core.store.AccountStore;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.testkit.TestClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Accounts in PostgreSQL")
class PostgreSqlAccountsTest extends AccountFlows {
    private static Optional<EmbeddedPostgres> started = Optional.empty();
    private static HikariDataSource pool;

    @BeforeAll
    static void open() throws IOException {
        Optional<String> given = Optional.ofNullable(System.getenv("ONOMA_TEST_POSTGRES_URL"));
        if (given.isEmpty()) {
            started = Optional.of(EmbeddedPostgres.builder().start());
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(given.orElseGet(() -> started.orElseThrow().getJdbcUrl("postgres", "postgres")));
        config.setMaximumPoolSize(24);
        config.setConnectionTimeout(60_000);
        pool = new HikariDataSource(config);
    }

    @AfterAll
    static void close() throws IOException {
        pool.close();
        if (started.isPresent()) {
            started.get().close();
        }
    }

    @Override
    AccountStore newStore() {
        return JdbcUserStore.builder(pool)
                .tenant(UUID.randomUUID().toString())
                .clock(TestClock.fixed())
                .build();
    }
}
