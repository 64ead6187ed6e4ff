package dev.onoma.examples.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The README")
class ReadmeTest {
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    @DisplayName("shows Java that compiles")
    void everyJavaBlock_isCompiledElsewhere() throws IOException {
        String readme = Files.readString(Path.of("../README.md"), UTF_8);
        String compiled =
                bare(Files.readString(Path.of("src/test/java/dev/onoma/examples/readme/ReadmeSnippets.java"), UTF_8));
        List<String> blocks = new ArrayList<>();
        Matcher block = JAVA_BLOCK.matcher(readme);
        while (block.find()) {
            blocks.add(bare(block.group(1)));
        }

        assertThat(blocks)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(code -> assertThat(compiled).contains(code));
    }

    @Test
    @DisplayName("links to files that are there")
    void everyLocalLink_leadsSomewhere() throws IOException {
        String readme = Files.readString(Path.of("../README.md"), UTF_8);
        Matcher link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(readme);
        List<String> targets = new ArrayList<>();
        while (link.find()) {
            targets.add(link.group(1));
        }

        assertThat(targets)
                .isNotEmpty()
                .allSatisfy(target -> assertThat(Path.of("..", target)).exists());
    }

    /** Without white space and comments, which the README may set in its own way. */
    private static String bare(String java) {
        return java.replaceAll("//[^\n]*", "").replaceAll("\\s+", "");
    }
}
