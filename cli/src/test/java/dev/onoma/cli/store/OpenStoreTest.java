package dev.onoma.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import dev.onoma.cli.users.CommandProcess;
import dev.onoma.store.jdbc.StoreUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A store that cannot be opened")
class OpenStoreTest {
    private static Shown find(String store) {
        return Shell.onoma("users", "find", "--store", store).run();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '!', textBlock = """
        memory ! --store must be a JDBC URL of H2 or PostgreSQL, such as jdbc:h2:file:./users
        jdbc:mysql://localhost/x ! --store must be a JDBC URL of H2 or PostgreSQL, such as jdbc:h2:file:./users
        jdbc:postgresql://localhost:1/x?user=a&password=b ! cannot open the store: the database cannot be reached
        jdbc:h2:users ! cannot open the store: the path of an H2 file must begin with / or ./ or ~/
        jdbc:h2:mem:x;IFEXISTS=TRUE ! cannot open the store: there is no such database
        jdbc:h2:mem:x;BOGUS=x ! cannot open the store: the URL has a setting that the database does not know
        jdbc:h2:mem:x;MODE=bogus ! cannot open the store: a setting in the URL has a value that it cannot have
        jdbc:h2:mem:x;IGNORECASE=TRUE ! cannot open the store: the database must tell A from a: without IGNORECASE, and without a COLLATION that ignores case
        jdbc:h2:mem:x;ACCESS_MODE_DATA=r ! cannot open the store: the database is read-only
        jdbc:h2:tcp://127.0.0.1:2/x ! cannot open the store: the database cannot be reached
        jdbc:h2:tcp://127.0.0.1:99999/x ! --store: the port in the URL must be a number from 1 to 65535
        jdbc:h2:tcp:127.0.0.1:abc/x ! --store: the port in the URL must be a number from 1 to 65535
        jdbc:postgresql://127.0.0.1:99999/x ! --store: the port in the URL must be a number from 1 to 65535
        jdbc:postgresql://127.0.0.1:abc?user=a ! --store: the port in the URL must be a number from 1 to 65535
        jdbc:postgresql://[::1]:1,[::1]:0/x ! --store: the port in the URL must be a number from 1 to 65535
        jdbc:postgresql://[::1]:1,[::1]/x?user=a&sslmode=bogus ! cannot open the store: a setting in the URL has a value that it cannot have
        jdbc:postgresql://localhost:1/x?user=a&connectTimeout=long ! cannot open the store: a setting in the URL has a value that it cannot have
        jdbc:postgresql://localhost:1/x?user=a&password=%zz ! --store: the driver cannot read the URL (is each % in a value written as %25, each & as %26?)
        """)
    @DisplayName("is one line that says why, and a wrong call")
    void oneLine(String store, String problem) {
        Shown shown = find(store);

        assertThat(shown.err()).isEqualTo("onoma: " + problem + "\n");
        assertThat(shown.out()).isEmpty();
        assertThat(shown.status()).isEqualTo(2);
    }

    private static void isTold(String store, String reason) {
        assertThat(find(store)).isEqualTo(new Shown(2, "", "onoma: cannot open the store: " + reason + "\n"));
    }

    @Nested
    @DisplayName("in a file")
    class InFile {
        @TempDir
        private Path folder;

        private String url() {
            return "jdbc:h2:file:" + folder.resolve("users");
        }

        private Path file() {
            return folder.resolve("users.mv.db");
        }

        @ParameterizedTest(name = "{0} lines")
        @ValueSource(ints = {1, 1_000})
        @DisplayName("may be a file of something else")
        void somethingElse(int lines) throws IOException {
            Files.writeString(file(), "this is a diary\n".repeat(lines));

            isTold(url(), "the file is no H2 database of this version, or is damaged");
        }

        @Test
        @DisplayName("may be cut off")
        void cutOff() throws IOException {
            find(url());
            byte[] whole = Files.readAllBytes(file());
            Files.write(file(), Arrays.copyOf(whole, 5_000));

            isTold(url(), "the file is no H2 database of this version, or is damaged");
        }

        @Test
        @DisplayName("may be a folder, or beneath a file")
        void folder() throws IOException {
            Files.createDirectory(file());

            isTold(url(), "the file cannot be made, read or written there");

            Files.writeString(folder.resolve("file"), "");
            isTold("jdbc:h2:file:" + folder.resolve("file/users"), "the file cannot be made, read or written there");
        }

        @Test
        @DisplayName("may be another's")
        void anothers() throws IOException {
            find(url());
            Files.setPosixFilePermissions(file(), Set.of());
            assumeThat(Files.isReadable(file())).as("by root, everything is").isFalse();

            isTold(url(), "the file may not be read and written by who runs this");
        }

        @Test
        @DisplayName("may be for reading alone")
        void readOnly() throws IOException {
            find(url());

            isTold(url() + ";ACCESS_MODE_DATA=r", "the database is read-only");
        }

        @Test
        @DisplayName("prints nothing else, and leaves nothing beside it")
        void nothingElse() throws Exception {
            Files.writeString(file(), "this is a diary\n");

            Shown shown = CommandProcess.start(
                            Files.createDirectory(folder.resolve("process")),
                            Map.of(),
                            "users",
                            "find",
                            "--store",
                            url() + ".mv.db/users")
                    .finished();

            assertThat(shown)
                    .isEqualTo(new Shown(
                            2, "", "onoma: cannot open the store: the file cannot be made, read or written there\n"));
            isTold(url(), "the file is no H2 database of this version, or is damaged");
            assertThat(folder.toFile().list()).containsExactlyInAnyOrder("process", "users.mv.db");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "AccessDeniedException, the file may not be read and written by who runs this",
        "NoSuchFileException, 'the file cannot be made, read or written there'",
        "EOFException, 'the file is no H2 database of this version, or is damaged'"
    })
    @DisplayName("is told by what the system says of the file")
    void file(String kind, String reason) {
        StoreUnavailableException problem = StoreUnavailableException.nothingWritten(
                new SQLException("SQLSTATE 90028: JdbcSQLNonTransientException, MVStoreException, " + kind, "90028"));

        assertThat(OpeningProblem.of(problem).asWrongCall(problem)).hasMessage("cannot open the store: " + reason);
    }

    @Test
    @DisplayName("may be made by a later version")
    void laterVersion() {
        StoreUnavailableException problem = StoreUnavailableException.laterSchema();

        assertThat(OpeningProblem.of(problem).asWrongCall(problem))
                .hasMessage("cannot open the store: its tables are of a later version than this program");
    }

    @Test
    @DisplayName("may be without SSL where the URL asks for it")
    void withoutSsl() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            Thread refusing = new Thread(() -> refuseSsl(server));
            refusing.start();

            isTold(
                    "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/x?user=a&ssl=true",
                    "the database does not offer SSL, which the URL asks for");

            refusing.join();
        }
    }

    /** As PostgreSQL answers who asks for it. */
    private static void refuseSsl(ServerSocket server) {
        try (Socket asking = server.accept()) {
            asking.getInputStream().readNBytes(8);
            asking.getOutputStream().write('N');
            asking.getInputStream().read();
        } catch (IOException gone) {
            // The driver has closed the connection.
        }
    }

    @Test
    @DisplayName("prints nothing of what its driver logs")
    void logged(@TempDir Path folder) throws Exception {
        Shown shown = CommandProcess.start(
                        folder,
                        Map.of(),
                        "users",
                        "find",
                        "--store",
                        "jdbc:postgresql://127.0.0.1:1/x?user=a&loginTimeout=long")
                .finished();

        assertThat(shown).isEqualTo(new Shown(2, "", "onoma: cannot open the store: the database cannot be reached\n"));
    }

    @Test
    @DisplayName("ends a scenario before it begins")
    void scenario() {
        Shown shown =
                Shell.onoma("run", "--store", "jdbc:postgresql://localhost:1/x").in("{}\n");

        assertThat(shown.err()).isEqualTo("onoma: cannot open the store: the database cannot be reached\n");
        assertThat(shown.status()).isEqualTo(2);
    }
}
