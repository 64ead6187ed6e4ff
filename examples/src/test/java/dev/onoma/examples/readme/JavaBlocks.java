package dev.onoma.examples.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java of a page, to be found again in sources that are compiled. White space and comments do not count. */
public final class JavaBlocks {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private JavaBlocks() {}

    /** Each block of Java that a page shows. */
    public static List<String> of(String page) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("..", page), UTF_8));
        while (block.find()) {
            blocks.add(bare(block.group(1)));
        }
        return blocks;
    }

    /** What is compiled in sources of this module's tests. */
    public static String compiledIn(String... sources) throws IOException {
        StringBuilder compiled = new StringBuilder();
        for (String source : sources) {
            compiled.append(bare(Files.readString(Path.of("src/test/java/dev/onoma/examples", source), UTF_8)));
        }
        return compiled.toString();
    }

    /** What is compiled in sources of the project, by their paths in it. */
    public static String compiledAt(String... sources) throws IOException {
        StringBuilder compiled = new StringBuilder();
        for (String source : sources) {
            compiled.append(bare(Files.readString(Path.of("..", source), UTF_8)));
        }
        return compiled.toString();
    }

    /** How many lines of a source are code: no blanks, imports, package or comments. */
    public static long linesOfCode(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("(import|package|//).*"))
                .count();
    }

    /** The files that a page's links lead to. */
    public static List<String> linksOf(String page) throws IOException {
        Matcher link =
                Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(Path.of("..", page), UTF_8));
        List<String> targets = new ArrayList<>();
        while (link.find()) {
            targets.add(link.group(1));
        }
        return targets;
    }

    /** Slashes in a text, as of an address, begin no comment. */
    private static String bare(String java) {
        return java.replaceAll("(?<!:)//[^\n]*", "").replaceAll("\\s+", "");
    }
}
