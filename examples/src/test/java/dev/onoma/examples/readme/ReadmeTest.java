package dev.onoma.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The README")
class ReadmeTest {
    @Test
    @DisplayName("shows Java that compiles")
    void everyJavaBlock_isCompiledElsewhere() throws IOException {
        String compiled = JavaBlocks.compiledIn("readme/ReadmeSnippets.java");

        assertThat(JavaBlocks.of("README.md"))
                .hasSizeGreaterThanOrEqualTo(4)
                .filteredOn(code -> !compiled.contains(code))
                .isEmpty();
    }

    @Test
    @DisplayName("links to files that are there")
    void everyLocalLink_leadsSomewhere() throws IOException {
        assertThat(JavaBlocks.linksOf("README.md"))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(Path.of("..", target)).exists());
    }
}
