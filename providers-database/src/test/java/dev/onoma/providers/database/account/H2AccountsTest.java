package dev.onoma.providers.database.account;

import dev.onoma.core.store.AccountStore;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.testkit.TestClock;
import java.nio.file.Path;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Accounts in an H2 file")
class H2AccountsTest extends AccountFlows {
    private static JdbcConnectionPool pool;

    @BeforeAll
    static void open(@TempDir Path directory) {
        pool = JdbcConnectionPool.create("jdbc:h2:file:" + directory.resolve("onoma"), "onoma", "");
        pool.setMaxConnections(70);
    }

    @AfterAll
    static void close() {
        pool.dispose();
    }

    @Override
    AccountStore newStore() {
        return JdbcUserStore.builder(pool)
                .tenant(UUID.randomUUID().toString())
                .clock(TestClock.fixed())
                .build();
    }
}
