package dev.onoma.store.jdbc.pools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onoma.store.jdbc.ConnectionPool;
import dev.onoma.store.jdbc.StoreUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("H2, opened in a pool,")
class H2TraceTest {
    @TempDir
    private Path folder;

    private String file() {
        return "jdbc:h2:file:" + folder.resolve("users");
    }

    private List<String> traces() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".trace.db"))
                    .toList();
        }
    }

    private static void execute(ConnectionPool pool, String sql) throws SQLException {
        try (Connection connection = pool.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void fail(String url) {
        try (ConnectionPool pool = ConnectionPool.open(url)) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(pool, "select nonsense"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";AUTO_SERVER=TRUE", ";USER=owner;PASSWORD=correct-horse"})
    @DisplayName("writes no file of errors beside the users")
    void none(String settings) throws IOException {
        fail(file() + settings);

        assertThat(traces()).isEmpty();
    }

    @Test
    @DisplayName("writes the file that the URL asks for")
    void asked() throws IOException {
        fail(file() + ";trace_level_file=1");

        assertThat(traces()).containsExactly("users.trace.db");
    }

    @Test
    @DisplayName("has nothing to write where it is in memory")
    void memory() {
        fail("jdbc:h2:mem:");
    }

    @Test
    @DisplayName("lets in who is no administrator, beside one and alone")
    void guest() throws SQLException {
        String guest = file() + ";USER=guest;PASSWORD=correct-horse";
        try (ConnectionPool owners = ConnectionPool.open(file() + ";USER=owner")) {
            execute(owners, "create user guest password 'correct-horse'");
            ConnectionPool.open(guest).close();
        }

        try (ConnectionPool pool = ConnectionPool.open(guest)) {
            execute(pool, "select 1");
        }
    }

    @Test
    @DisplayName("is left as it is where a server has it")
    void server() throws SQLException, IOException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-baseDir", folder.toString(), "-ifNotExists")
                .start();
        String served = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./users";
        try (ConnectionPool owners = ConnectionPool.open(served + ";USER=owner")) {
            execute(owners, "create user guest password 'correct-horse'");
            ConnectionPool.open(served + ";USER=guest;PASSWORD=correct-horse").close();
            assertThat(traces()).isEmpty();

            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> ConnectionPool.open(served + ";USER=nobody"));
        } finally {
            server.stop();
        }

        assertThat(traces()).containsExactly("users.trace.db");
    }

    @Test
    @DisplayName("prints nothing where it can make no file")
    void silent() throws IOException {
        Files.writeString(folder.resolve("users"), "");
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> ConnectionPool.open(file() + "/users"));
        } finally {
            System.setErr(before);
        }

        assertThat(printed.toString(UTF_8)).isEmpty();
    }
}
