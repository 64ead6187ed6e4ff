package dev.onoma.core.json;

import dev.onoma.core.json.JsonException.Problem;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The bytes of one JSON text and the place that has been reached in them. */
final class JsonText {
    /** What stands behind the last byte; no byte is that. */
    static final int END = Integer.MIN_VALUE;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final TextPlace start;
    private int at;

    /**
     * A text at its beginning.
     *
     * @param start where the text begins in a larger one, for messages
     */
    JsonText(byte[] bytes, TextPlace start) {
        this.bytes = bytes;
        this.start = start;
    }

    /** The eight bytes that begin there, the first one lowest. */
    static long eightBytes(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** ASCII bytes as text. The constructor is deprecated for other bytes; for these it is right, and only copies. */
    @SuppressWarnings("deprecation")
    static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, 0, from, to - from);
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    void step() {
        at++;
    }

    /** The next byte, which stays; negative when it is not ASCII; {@link #END} behind the last. */
    int peek() {
        return at < bytes.length ? bytes[at] : END;
    }

    /** Steps over white space (RFC 8259, section 2); the next byte after it stays. */
    int peekBehindSpace() {
        // Most of what is looked at here is no white space, and one comparison tells.
        int next = peek();
        return next > ' ' ? next : skipSpace();
    }

    private int skipSpace() {
        byte[] text = bytes;
        for (int i = at; i < text.length; i++) {
            int next = text[i];
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                at = i;
                return next;
            }
        }
        at = text.length;
        return END;
    }

    /** Of a text whose syntax is broken here, or that is no text. */
    JsonException notJson() {
        int next = peek();
        boolean text = next >= 0 || next == END || Utf8.lengthOfCharacter(bytes, at) > 0;
        return text ? invalid("is not JSON").asBroken() : JsonDocument.notUtf8();
    }

    /** Of a text that is not acceptable; says the place that has been reached. */
    JsonException invalid(String problem) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        TextPlace place = start.plus(line, at - lineStart + 1);
        return new JsonException(Problem.INVALID_JSON, "the document " + problem + " (" + place.words() + ")");
    }
}
