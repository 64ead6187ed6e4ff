package dev.onoma.store.jdbc.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.World;
import dev.onoma.testkit.Developer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a file of H2")
class H2FileTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("T5: a returning login is two statements there, and no transaction of several")
    void twoStatements() {
        String url = "jdbc:h2:file:" + folder.resolve("users");
        try (HikariDataSource migrating = TestDatabases.pool(url);
                HikariDataSource source = TestDatabases.pool(url, 1)) {
            JdbcUserStore.builder(migrating).build();
            WatchedDatabase database = new WatchedDatabase(source);
            LoginProcessor logins = LoginProcessor.builder(
                            World.empty(database.source()).store())
                    .connection(Developer.connection("developer").build())
                    .build();
            Login login = Developer.login("developer", Map.of("id", "regular"));
            logins.login(login).orElseThrow();
            int transactions = database.transactions();
            database.sent();

            assertThat(logins.login(login).orElseThrow().counters().logins()).isEqualTo(2);

            assertThat(database.sent())
                    .satisfiesExactly(
                            read -> assertThat(read.sql()).startsWith("select"),
                            written -> assertThat(written.sql()).startsWith("insert into onoma_events"));
            assertThat(database.transactions()).isEqualTo(transactions);
        }
    }
}
