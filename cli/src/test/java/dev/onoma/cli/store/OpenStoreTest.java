package dev.onoma.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        """)
    @DisplayName("is one line that says why, and a wrong call")
    void oneLine(String store, String problem) {
        Shown shown = find(store);

        assertThat(shown.err()).isEqualTo("onoma: " + problem + "\n");
        assertThat(shown.out()).isEmpty();
        assertThat(shown.status()).isEqualTo(2);
    }

    @Test
    @DisplayName("may be a file of something else")
    void wrongFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("users.mv.db"), "this is a diary\n".repeat(1_000));

        assertThat(find("jdbc:h2:file:" + folder.resolve("users")).err())
                .isEqualTo("onoma: cannot open the store: the file is no H2 database of this version, or is damaged\n");
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
