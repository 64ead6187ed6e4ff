package dev.onoma.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A PostgreSQL of its own for one run: as durable as in production. Its buffers are in huge pages, if the machine has
 * set enough of them aside.
 */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    /** With shared buffers of some size, such as {@code 9GB}. */
    Postgres(String buffers) throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", buffers)
                .setServerConfig("max_wal_size", "32GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    int port() {
        return server.getPort();
    }

    /** A pool of connections; the caller closes it. */
    HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    void execute(List<String> statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
