package dev.onoma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The scenarios among the examples")
class ScenarioFilesTest {
    private static final Path FOLDER = Path.of("..", "examples", "scenarios");
    private static final String EXPECTED = ".expected.jsonl";

    private static List<String> files(boolean expected) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl") && name.endsWith(EXPECTED) == expected)
                    .map(name -> name.substring(0, name.length() - (expected ? EXPECTED : ".jsonl").length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> scenarios() {
        return files(false);
    }

    @Test
    @DisplayName("there are some, each beside a file of what it prints, and no such file without a scenario")
    void complete() {
        assertThat(scenarios()).isNotEmpty().isEqualTo(files(true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    @DisplayName("each prints exactly what stands beside it")
    void prints(String name) throws IOException {
        String expected = Files.readString(FOLDER.resolve(name + EXPECTED));

        Shown shown =
                Shell.onoma("run", FOLDER.resolve(name + ".jsonl").toString()).run();

        assertThat(shown.err()).isEmpty();
        assertThat(shown.lines()).containsExactlyElementsOf(expected.lines().toList());
        assertThat(shown.out()).isEqualTo(expected);
        assertThat(shown.status()).isEqualTo(expected.contains("{\"outcome\":\"refused\"") ? 1 : 0);
    }
}
