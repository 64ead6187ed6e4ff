package dev.onoma.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream of bytes from which rows are taken, by looking at brackets and quotes only: whether a row is JSON, its reader
 * says. Of a row that is too long, the rest is passed over without being kept.
 */
final class RowBytes {
    static final int END = -1;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;
    private int line = 1;
    private long consumed;
    private long lineStart;
    private byte[] row = new byte[4 * 1024];
    private int length;
    private boolean tooLong;

    RowBytes(InputStream in, int longest) throws IOException {
        this.in = in;
        this.longest = longest;
        skipByteOrderMark();
    }

    private void skipByteOrderMark() throws IOException {
        end = in.readNBytes(buffer, 0, 3);
        if (end == 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            at = 3;
            lineStart = 3;
        }
    }

    /** The next byte, which stays; {@link #END} behind the last. */
    private int peek() throws IOException {
        if (at == end) {
            consumed += end;
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at < end ? buffer[at] & 0xff : END;
    }

    /** Steps over white space; the next byte after it stays. */
    int peekText() throws IOException {
        int next = peek();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            take();
            next = peek();
        }
        return next;
    }

    /** Steps over one byte that was peeked at. */
    void take() {
        if (buffer[at++] == '\n') {
            line++;
            lineStart = consumed + at;
        }
    }

    TextPlace place() {
        return new TextPlace(line, (int) (consumed + at - lineStart) + 1);
    }

    TextPlace startRow() {
        length = 0;
        tooLong = false;
        return place();
    }

    /** Takes all up to the end of the line. */
    void takeLine() throws IOException {
        for (int next = peek(); next != END; next = peek()) {
            if (next == '\n') {
                return;
            }
            keep();
        }
    }

    /** Takes all up to the comma or bracket behind an array's element, or to the end. */
    void takeElement() throws IOException {
        int depth = 0;
        boolean text = false;
        for (int next = peek(); next != END; next = peek()) {
            if (text) {
                if (next == '\\') {
                    keep();
                    if (peek() == END) {
                        return;
                    }
                } else if (next == '"') {
                    text = false;
                }
            } else if (depth == 0 && (next == ',' || next == ']')) {
                return;
            } else if (next == '"') {
                text = true;
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (next == '}' || next == ']') {
                depth--;
            }
            keep();
        }
    }

    private void keep() {
        if (length == longest) {
            tooLong = true;
        } else {
            if (length == row.length) {
                row = Arrays.copyOf(row, (int) Math.min(longest, length * 2L));
            }
            row[length++] = buffer[at];
        }
        take();
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** How many bytes of the row were kept. */
    int length() {
        return length;
    }

    byte[] row() {
        return Arrays.copyOf(row, length);
    }
}
