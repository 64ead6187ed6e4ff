package dev.onoma.cli.output;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Rows of text in columns as wide as they need to be; a header in bold where the output is a terminal. */
public final class Table {
    private static final int WIDEST = 48;

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... header) {
        rows.add(List.of(header));
    }

    public void add(String... cells) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            // The last column has nothing beside it to push away.
            row.add(i == cells.length - 1 ? printable(cells[i]) : shortened(printable(cells[i])));
        }
        rows.add(row);
    }

    /** Claims come from outside: what would move a terminal's cursor, or forge a line, is shown as a dot. */
    static String printable(String cell) {
        StringBuilder text = new StringBuilder();
        cell.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '·' : c)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static String shortened(String cell) {
        return width(cell) <= WIDEST ? cell : cell.substring(0, cell.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    public String print() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder printed = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
            }
            String text = line.toString().stripTrailing();
            printed.append(row == rows.get(0) ? Style.bold(text) : text).append('\n');
        }
        return printed.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /** Colour, only on a terminal. */
    static final class Style {
        private Style() {}

        static String bold(String text) {
            return styled("bold", text);
        }

        static String styled(String style, String text) {
            // Reset, not picocli's "off": what ends bold there begins a double underline on many terminals.
            return Ansi.AUTO.enabled() ? Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.reset.on() : text;
        }
    }
}
