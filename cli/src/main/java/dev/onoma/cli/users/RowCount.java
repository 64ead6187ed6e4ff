package dev.onoma.cli.users;

import dev.onoma.cli.Terminal;
import java.util.Locale;

/** How many rows were looked at, in one line that is drawn again and again; nothing where nobody looks at a terminal. */
final class RowCount implements AutoCloseable {
    private static final int STEP = 1_000;

    private final Terminal terminal;
    private final String rows;
    private boolean drawn;

    RowCount(Terminal terminal, String rows) {
        this.terminal = terminal;
        this.rows = rows;
    }

    /** Draws the number, every thousand rows. */
    void show(int number) {
        if (terminal.isInteractive() && number % STEP == 0) {
            drawn = true;
            terminal.draw(String.format(Locale.ROOT, "%,d %s", number, rows));
        }
    }

    /** Takes the line away. */
    void clear() {
        if (drawn) {
            drawn = false;
            terminal.draw("");
        }
    }

    @Override
    public void close() {
        clear();
    }
}
