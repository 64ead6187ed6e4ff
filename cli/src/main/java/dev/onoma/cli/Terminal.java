package dev.onoma.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The streams of one run: results in UTF-8 on standard output, complaints in one line on standard error. */
public final class Terminal {
    private final InputStream in;
    private final PrintWriter out;
    private final PrintWriter err;

    public Terminal(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = writer(out);
        this.err = writer(err);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    }

    PrintWriter outWriter() {
        return out;
    }

    PrintWriter errWriter() {
        return err;
    }

    /** Prints a line of results, at once, so that a reader behind a pipe sees it. */
    public void print(String line) {
        out.print(line);
        out.print('\n');
        out.flush();
    }

    /** Prints a complaint in one line. */
    public void complain(@Nullable String problem) {
        err.print("onoma: " + String.valueOf(problem).replaceAll("\\R", " ") + "\n");
        err.flush();
    }

    /**
     * All bytes of a file, or of standard input.
     *
     * @param file a path, or {@code -} for standard input
     * @throws WrongCallException when the file cannot be read
     */
    public byte[] read(String file) {
        if (file.equals("-")) {
            return readAll();
        }
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw new WrongCallException("cannot read the file " + file + ": "
                    + (unreadable instanceof NoSuchFileException
                            ? "there is none"
                            : unreadable.getClass().getSimpleName()));
        }
    }

    private byte[] readAll() {
        try {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
