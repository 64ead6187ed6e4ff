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
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a pool of connections")
class ConnectionPoolTest {
    private static final String SECRET = "correct-horse";

    @TempDir
    private Path folder;

    private String file() {
        return "jdbc:h2:file:" + folder.resolve("users") + ";USER=owner";
    }

    /** Refused with a stable code, with nothing that a log must not hold. */
    private static void isRefused(String state, ThrowingCallable opening) {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(opening)
                .withMessage("the store's database cannot be used; nothing was written")
                .satisfies(refused -> {
                    assertThat(refused.getCause())
                            .isInstanceOfSatisfying(
                                    SQLException.class,
                                    cause -> assertThat(cause.getSQLState()).isEqualTo(state));
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

        isRefused("28000", () -> ConnectionPool.open(file(), Optional.of(SECRET)));
        isRefused("28000", () -> ConnectionPool.open(file() + ";PASSWORD=" + SECRET));

        try (ConnectionPool pool = ConnectionPool.open(file(), Optional.of("battery-staple"))) {
            assertThat(World.of(pool.dataSource(), "default").store().find(World.id("ada")))
                    .isPresent();
        }
    }

    @Test
    @DisplayName("for a user that PostgreSQL does not know it is refused")
    void unknownUser() throws SQLException {
        String url = TestDatabases.emptyPostgresql().replaceAll("user=[^&]*", "user=nobody");

        isRefused("28000", () -> ConnectionPool.open(url, Optional.of(SECRET)));
    }

    @Test
    @DisplayName("to a host where nobody listens it is refused")
    void unreachable() throws IOException {
        isRefused(
                "08001",
                () -> ConnectionPool.open(
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
        isRefused("90113", () -> ConnectionPool.open(file() + ";PASSWORD=" + SECRET + ";NONSENSE=1"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "90011, jdbc:h2:file:users;PASSWORD=correct-horse",
        "90046, jdbc:h2:mem:x;correct-horse",
        "42001, jdbc:h2:mem:x;INIT=correct-horse",
        "08001, jdbc:postgresql://owner:correct-horse@127.0.0.1:1/users"
    })
    @DisplayName("of a wrong URL that H2 quotes is refused, and quotes nothing of it")
    void quoted(String state, String url) {
        isRefused(state, () -> ConnectionPool.open(url));
    }

    @Test
    @DisplayName(
            "that is another's lets a store tell nothing of what its driver says, neither when it is built nor later")
    void another() {
        String wrong = "jdbc:h2:file:users;PASSWORD=" + SECRET;
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve("users"));
        JdbcUserStore store = JdbcUserStore.builder(source).build();

        source.setUrl(wrong);

        isRefused("90011", () -> store.find(World.id("ada")));
        isRefused("90011", () -> JdbcUserStore.builder(source).build());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
