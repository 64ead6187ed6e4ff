package dev.onoma.core.json;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in bytes of UTF-8
 */
record TextPlace(int line, int column) {
    static final TextPlace START = new TextPlace(1, 1);

    /** A place that is given as seen from here, in the larger text. */
    TextPlace plus(int lines, int columns) {
        return lines == 1 ? new TextPlace(line, column + columns - 1) : new TextPlace(line + lines - 1, columns);
    }

    String words() {
        return "line " + line + ", column " + column;
    }
}
