package dev.onoma.store.jdbc.pools;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.StoreHealth;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.h2.tools.Server;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("health of a store")
class StoreHealthTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("is up, down while its database is stopped, and up again when that is back")
    void stopped() throws SQLException {
        Server server = server("0");
        String port = Integer.toString(server.getPort());
        try (HikariDataSource source = pool("jdbc:h2:tcp://127.0.0.1:" + port + "/./users")) {
            JdbcUserStore store = JdbcUserStore.builder(source).build();
            assertThat(store.check().isUp()).isTrue();
            assertThat(store.check().problem()).isEmpty();

            server.stop();
            StoreHealth down = store.check();
            assertThat(down.isUp()).isFalse();
            assertThat(down.problem()).contains("store_unavailable");

            server = server(port);
            assertThat(comesUp(store)).as("whether it is up again").isTrue();
        } finally {
            server.stop();
        }
    }

    /** A pool tries again at its own pace, at which each check waits for it. */
    private static boolean comesUp(JdbcUserStore store) {
        return IntStream.range(0, 20).anyMatch(i -> store.check().isUp());
    }

    private Server server(String port) throws SQLException {
        return Server.createTcpServer("-tcpPort", port, "-ifNotExists", "-baseDir", folder.toString())
                .start();
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(500);
        return new HikariDataSource(config);
    }
}
