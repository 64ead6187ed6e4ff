package dev.onoma.cli.users;

import dev.onoma.cli.Terminal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** How far a file is read, in one line that is drawn again and again; nothing where nobody looks at a terminal. */
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final long size;
    private long read;
    private int shown = -1;

    ProgressBar(Terminal terminal, long size) {
        this.terminal = terminal;
        this.size = size;
    }

    /** Counts what is read of a stream. */
    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                read += next < 0 ? 0 : 1;
                return next;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int count = super.read(into, from, length);
                read += Math.max(0, count);
                return count;
            }
        };
    }

    /** Counts from the beginning. */
    void start() {
        read = 0;
    }

    /** Draws the bar where it has moved by a hundredth. */
    void show(long rows) {
        int percent = size == 0 ? 100 : (int) Math.min(100, read * 100 / size);
        if (terminal.isInteractive() && percent != shown) {
            shown = percent;
            int full = percent * WIDTH / 100;
            terminal.draw(String.format(
                    Locale.ROOT, "[%s%s] %d %%  %,d rows", "#".repeat(full), " ".repeat(WIDTH - full), percent, rows));
        }
    }

    @Override
    public void close() {
        clear();
    }

    /** Takes the bar away. */
    void clear() {
        if (shown >= 0) {
            shown = -1;
            terminal.draw("");
        }
    }
}
