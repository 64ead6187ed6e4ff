package dev.onoma.cli;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The streams of one run: results in UTF-8 on standard output, complaints in one line on standard error. */
public final class Terminal {
    private final InputStream in;
    private final OutputStream bytes;
    private final Writer results;
    private final PrintWriter out;
    private final PrintWriter err;
    private final @Nullable Person person;
    private final BooleanSupplier isTyped;
    private final Map<String, String> environment;

    /**
     * The streams of one run.
     *
     * @param out not a print stream, which would keep a full disk to itself
     */
    public Terminal(InputStream in, OutputStream out, OutputStream err) {
        this(in, out, err, null, () -> false, Map.of());
    }

    /**
     * The streams of one run.
     *
     * @param person whom to ask; null where nobody is there
     * @param isTyped where nobody is: whether somebody types what is read all the same
     */
    Terminal(
            InputStream in,
            OutputStream out,
            OutputStream err,
            @Nullable Person person,
            BooleanSupplier isTyped,
            Map<String, String> environment) {
        this.in = in;
        this.bytes = out;
        this.person = person;
        this.isTyped = isTyped;
        this.environment = Map.copyOf(environment);
        this.results = writer(out);
        this.out = new PrintWriter(results);
        this.err = new PrintWriter(writer(err));
    }

    /** The streams of this process, with the person and the environment that it has. */
    static Terminal ofProcess() {
        return new Terminal(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Person.ofProcess().orElse(null),
                Person::typesIntoInput,
                System.getenv());
    }

    private static Writer writer(OutputStream stream) {
        return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    PrintWriter outWriter() {
        return out;
    }

    PrintWriter errWriter() {
        return err;
    }

    /** Prints a line of results, at once, so that a reader behind a pipe sees it. */
    public void print(String line) {
        try {
            results.write(line);
            results.write('\n');
            results.flush();
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    private static RuntimeException unwritable(IOException problem) {
        // Who reads may stop when it has seen enough; but half of the results must not look like all of them.
        return "Broken pipe".equals(problem.getMessage())
                ? new NobodyReadsException()
                : new WrongCallException("cannot write to standard output");
    }

    /** Something that writes many results. */
    @FunctionalInterface
    public interface Results {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes many results, too many to flush each. */
    public void write(Results many) {
        try {
            many.writeTo(bytes);
            bytes.flush();
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    /** Prints a line beside the results. */
    public void remark(String line) {
        err.print(line + "\n");
        err.flush();
    }

    /** Whether a person looks at a terminal. */
    public boolean isInteractive() {
        return person != null;
    }

    /** Draws a line over the one that was drawn before. */
    public void draw(String line) {
        err.print("\r\u001b[K" + line);
        err.flush();
    }

    /** What the person types, unseen; empty when there is none, or it is nothing. */
    public Optional<String> askSecretly(String question) {
        char[] typed = person == null ? null : person.type(question);
        return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(new String(typed));
    }

    /** A variable of the environment; empty where it is not set, or blank. */
    public Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Prints a complaint in one line, which nothing in it can break or colour. */
    public void complain(@Nullable String problem) {
        err.print(
                "onoma: " + String.valueOf(problem).replaceAll("\\R", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "·") + "\n");
        err.flush();
    }

    /**
     * All bytes of a file, or of standard input.
     *
     * @param file a path, or {@code -} for standard input
     * @throws WrongCallException when it cannot be read
     */
    public byte[] read(String file) {
        return read(file, Integer.MAX_VALUE);
    }

    /**
     * The first bytes of a file, or of standard input.
     *
     * @param file a path, or {@code -} for standard input
     * @param most how many at most
     * @throws WrongCallException when it cannot be read
     */
    public byte[] read(String file, int most) {
        if (file.equals("-")) {
            return readInput(most);
        }
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new WrongCallException("cannot read the file " + file + ": it is a directory");
            }
            try (InputStream bytesOfFile = Files.newInputStream(path)) {
                return bytesOfFile.readNBytes(most);
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw new WrongCallException("cannot read the file " + file + ": " + FileProblem.ofReading(unreadable));
        }
    }

    /**
     * The first line of standard input, without its end: where secrets come from that nobody types.
     *
     * @param most how many bytes of it at most
     * @throws WrongCallException when it cannot be read, or somebody would type it for all to see
     */
    public byte[] firstLine(int most) {
        if (isTyped.getAsBoolean()) {
            throw new WrongCallException("what is typed here would be seen: let the results go to the terminal, too,"
                    + " or give the secret on standard input");
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0 && next != '\n' && line.size() < most; next = in.read()) {
                line.write(next);
            }
        } catch (IOException failed) {
            throw new WrongCallException("cannot read standard input");
        }
        return line.toByteArray();
    }

    private byte[] readInput(int most) {
        try {
            return in.readNBytes(most);
        } catch (IOException failed) {
            throw new WrongCallException("cannot read standard input");
        }
    }
}
