package dev.onoma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The page on lines of code")
class LinesOfCodeTest {
    private static final Path PROJECT = Path.of("..");
    private static final Path PAGE = PROJECT.resolve("docs/lines-of-code.md");

    /** Those of a provider that peers have too: not the user table, and not the kit for any issuer. */
    static List<ProviderModule> modules() throws IOException {
        return ProviderModule.allIn(PROJECT).stream()
                .filter(module ->
                        !List.of("providers-database", "providers-oidc").contains(module.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    @DisplayName("has the count of each provider: its table, its live half, and the whole of its files")
    void counts(ProviderModule module) throws IOException {
        Path live = module.packageFolder("main").resolve("live");
        List<String> table = sources(module.packageFolder("main"));
        List<String> liveHalf = sources(live);

        String row = String.format(
                Locale.ROOT,
                "| `%s` | %d | %d | %,d |",
                module.name(),
                code(table),
                code(liveHalf),
                whole(table) + whole(liveHalf));
        assertThat(Files.readString(PAGE)).contains("\n" + row);
    }

    @Test
    @DisplayName("counts neither blanks nor imports nor comments as code")
    void rule() {
        String source = """
                /* A licence. */
                package a;

                import java.util.List;

                /**
                 * Says something.
                 */
                class A { // really
                    // nothing
                }
                """;

        assertThat(code(List.of(source))).isEqualTo(2);
        assertThat(whole(List.of(source))).isEqualTo(11);
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(LinesOfCodeTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long code(List<String> sources) {
        return sources.stream()
                .flatMap(source -> source.replaceAll("(?s)/\\*.*?\\*/", "").lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("(import|package|//).*"))
                .count();
    }

    private static long whole(List<String> sources) {
        return sources.stream().flatMap(String::lines).count();
    }
}
