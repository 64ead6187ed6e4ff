package dev.onoma.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.examples.readme.JavaBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The page on embedding")
class GlueTest {
    private static final String PAGE = "docs/embedding.md";
    private static final Path EXAMPLES = Path.of("src/main/java/dev/onoma/examples");

    @ParameterizedTest
    @ValueSource(strings = {"spring", "servlet", "jdkserver"})
    @DisplayName("is about fewer than 40 lines of code each, imports and comments aside")
    void glue_isShort(String example) throws IOException {
        long lines = 0;
        try (Stream<Path> sources = Files.list(EXAMPLES.resolve(example))) {
            for (Path source :
                    sources.filter(file -> !file.endsWith("package-info.java")).toList()) {
                lines += JavaBlocks.linesOfCode(Files.readString(source));
            }
        }

        assertThat(lines).isBetween(10L, 39L);
    }

    @Test
    @DisplayName("shows Java that compiles")
    void everyJavaBlock_isCompiledElsewhere() throws IOException {
        String compiled = JavaBlocks.compiledAt(
                        "examples/" + EXAMPLES + "/spring/OnomaUsers.java",
                        "examples/" + EXAMPLES + "/servlet/LoginFilter.java")
                + JavaBlocks.compiledIn("spring/ShopSecurity.java", "jdkserver/ShopServer.java");

        assertThat(JavaBlocks.of(PAGE))
                .hasSizeGreaterThanOrEqualTo(6)
                .filteredOn(code -> !compiled.contains(code))
                .isEmpty();
    }

    @Test
    @DisplayName("links to files that are there")
    void everyLocalLink_leadsSomewhere() throws IOException {
        assertThat(JavaBlocks.linksOf(PAGE))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(Path.of("../docs", target)).exists());
    }
}
