package dev.onoma.store.jdbc.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.store.jdbc.ConnectionPool;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a pool of connections")
class ConnectionPoolTest {
    private static final String SECRET = "correct-horse";

    @TempDir
    private Path folder;

    private String file() {
        return "jdbc:h2:file:" + folder.resolve("users") + ";USER=owner";
    }

    /** Refused with a stable code, with nothing that a log must not hold. */
    private static void isRefused(ThrowingCallable opening) {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(opening)
                .withMessage("the store's database cannot be used; nothing was written")
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("store_unavailable");
                    assertThat(refused.isOutcomeUnknown()).isFalse();
                    StringWriter log = new StringWriter();
                    refused.printStackTrace(new PrintWriter(log, true));
                    assertThat(log.toString()).doesNotContain(SECRET);
                });
    }

    @Test
    @DisplayName("opens what its URL and password lead to")
    void opens() {
        try (ConnectionPool pool = ConnectionPool.open(file(), Optional.of(SECRET))) {
            JdbcUserStore.builder(pool.dataSource()).build();
            assertThat(World.empty(pool.dataSource()).login("ada").accepted()).isPresent();
        }
    }

    @Test
    @DisplayName("with a wrong password it is refused, the password is named nowhere, and the users stay as they are")
    void wrongPassword() {
        try (ConnectionPool pool = ConnectionPool.open(file(), Optional.of("battery-staple"))) {
            JdbcUserStore.builder(pool.dataSource()).build();
            World.of(pool.dataSource(), "default").login("ada");
        }

        isRefused(() -> ConnectionPool.open(file(), Optional.of(SECRET)));
        isRefused(() -> ConnectionPool.open(file() + ";PASSWORD=" + SECRET));

        try (ConnectionPool pool = ConnectionPool.open(file(), Optional.of("battery-staple"))) {
            assertThat(World.of(pool.dataSource(), "default").store().find(World.id("ada")))
                    .isPresent();
        }
    }

    @Test
    @DisplayName("for a user that PostgreSQL does not know it is refused")
    void unknownUser() throws SQLException {
        String url = TestDatabases.emptyPostgresql().replaceAll("user=[^&]*", "user=nobody");

        isRefused(() -> ConnectionPool.open(url, Optional.of(SECRET)));
    }

    @Test
    @DisplayName("to a host where nobody listens it is refused")
    void unreachable() throws IOException {
        isRefused(() -> ConnectionPool.open(
                "jdbc:postgresql://127.0.0.1:" + freePort() + "/users?user=owner&password=" + SECRET));
    }

    @Test
    @DisplayName("for a URL that no driver knows says so, and not the URL")
    void unknownDriver() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionPool.open("jdbc:nonsense://127.0.0.1/users?password=" + SECRET))
                .withMessage("no JDBC driver on the class path knows the URL")
                .withNoCause();
    }

    @Test
    @DisplayName("for a URL with a setting that H2 does not know it is refused")
    void unknownSetting() {
        isRefused(() -> ConnectionPool.open(file() + ";PASSWORD=" + SECRET + ";NONSENSE=1"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
