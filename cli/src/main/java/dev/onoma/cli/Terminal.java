package dev.onoma.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The streams of one run: results in UTF-8 on standard output, complaints in one line on standard error. */
public final class Terminal {
    private final InputStream in;
    private final Writer results;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * The streams of one run.
     *
     * @param out not a print stream, which would keep a full disk to itself
     */
    public Terminal(InputStream in, OutputStream out, OutputStream err) {
        this.in = in;
        this.results = writer(out);
        this.out = new PrintWriter(results);
        this.err = new PrintWriter(writer(err));
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
            // Who reads may stop when it has seen enough; but half of the results must not look like all of them.
            throw "Broken pipe".equals(unwritable.getMessage())
                    ? new NobodyReadsException()
                    : new WrongCallException("cannot write to standard output");
        }
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
        if (file.equals("-")) {
            return readAll();
        }
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new WrongCallException("cannot read the file " + file + ": it is a directory");
            }
            return Files.readAllBytes(path);
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
            throw new WrongCallException("cannot read standard input");
        }
    }
}
