package dev.onoma.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the command line as a shell would, over streams in memory. In texts that it is given, ' stands for ". */
public final class Shell {
    private final String[] arguments;

    private Shell(String[] arguments) {
        this.arguments = arguments;
    }

    /** The command line with these arguments, not yet run. */
    public static Shell onoma(String... arguments) {
        return new Shell(arguments.clone());
    }

    /** The command {@code map} over these documents, one after the other. */
    public static Shown map(String provider, String documents) {
        return onoma("map", "--provider", provider).in(documents);
    }

    /** The command {@code run} over a scenario of these lines. */
    public static Shown scenario(String... lines) {
        return onoma("run").in(String.join("\n", lines) + "\n");
    }

    /** JSON as it is written here, with ' for ". */
    public static String json(String text) {
        return text.replace('\'', '"');
    }

    /** Runs it with nothing on standard input. */
    public Shown run() {
        return in(new byte[0]);
    }

    /** Runs it with this text on standard input. */
    public Shown in(String text) {
        return in(json(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Runs it at a terminal where a person types these answers, one to each question, and then no more. */
    public Shown typing(String... answers) {
        Deque<String> rest = new ArrayDeque<>(List.of(answers));
        return in(new byte[0], question -> rest.isEmpty() ? null : rest.remove().toCharArray(), false);
    }

    /** Runs it where somebody types into standard input, for all to see, since the results go into a pipe. */
    public Shown typingInto(String input) {
        return in(input.getBytes(StandardCharsets.UTF_8), null, true);
    }

    /** Runs it with these bytes on standard input. */
    public Shown in(byte[] input) {
        return in(input, null, false);
    }

    private Shown in(byte[] input, @Nullable Person person, boolean isTyped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Onoma.run(
                arguments.clone(),
                new Terminal(new ByteArrayInputStream(input), out, err, person, () -> isTyped, Map.of()));
        return new Shown(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
