package dev.onoma.core.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the strings of one JSON text (RFC 8259, section 7). Most are plain: ASCII without an escape. Their end is found
 * eight bytes at a time, and they are copied once.
 */
final class QuotedText {
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long SPACES = 0x2020202020202020L;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5c5c5c5c5c5c5c5cL;

    private final JsonText text;
    private final byte[] bytes;

    /** Made for the first string with an escape: no later one is longer. */
    private @Nullable UnescapedText unescaped;

    QuotedText(JsonText text) {
        this.text = text;
        this.bytes = text.bytes();
    }

    /** Whether a string that was read holds NUL or a lone surrogate. */
    boolean metUnsafeText() {
        return unescaped != null && unescaped.isUnsafe();
    }

    /**
     * The string whose opening quote is next.
     *
     * @param name whether it is a member's name
     */
    String read(boolean name) {
        int start = text.at() + 1;
        int end = endOfPlain(start);
        if (!isAt(end, '"')) {
            return mixed(start, end);
        }
        text.moveTo(end + 1);
        String common = name ? CommonNames.find(bytes, start, end) : null;
        return common != null ? common : JsonText.ascii(bytes, start, end);
    }

    private boolean isAt(int at, char character) {
        return at < bytes.length && bytes[at] == character;
    }

    /**
     * A string with more than plain text.
     *
     * @param special where the first byte is that is not plain
     */
    private String mixed(int start, int special) {
        UnescapedText escaped = null;
        int run = start;
        int at = special;
        boolean asciiRun = true;
        for (; !isAt(at, '"'); at = endOfPlain(at)) {
            text.moveTo(at);
            int next = text.peek();
            if (next == '\\') {
                escaped = unescaped(start);
                escaped.put(bytes, run, at, asciiRun);
                escaped.put(escape());
                at = text.at();
                run = at;
                asciiRun = true;
            } else {
                int length = next < 0 && next != JsonText.END ? Utf8.lengthOfCharacter(bytes, at) : 0;
                if (length == 0) {
                    throw text.notJson();
                }
                asciiRun = false;
                at += length;
            }
        }
        text.moveTo(at + 1);
        if (escaped == null) {
            return new String(bytes, start, at - start, StandardCharsets.UTF_8);
        }
        escaped.put(bytes, run, at, asciiRun);
        return escaped.take();
    }

    private UnescapedText unescaped(int start) {
        if (unescaped == null) {
            unescaped = new UnescapedText(bytes.length - start);
        }
        return unescaped;
    }

    /** Steps over the escape whose backslash is next, or over two that are a surrogate pair; what they stand for. */
    private int escape() {
        text.step();
        int letter = text.peek();
        int character = switch (letter) {
            case '"', '\\', '/', 'u' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw text.notJson();
        };
        text.step();
        return letter == 'u' ? character() : character;
    }

    private int character() {
        char unit = codeUnit();
        if (Character.isHighSurrogate(unit) && isAt(text.at(), '\\') && isAt(text.at() + 1, 'u')) {
            int behind = text.at();
            text.moveTo(behind + 2);
            char low = codeUnit();
            if (Character.isLowSurrogate(low)) {
                return Character.toCodePoint(unit, low);
            }
            text.moveTo(behind);
        }
        return unit;
    }

    /** Steps over four digits. */
    private char codeUnit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = hexadecimal(text.peek());
            if (digit < 0) {
                throw text.notJson();
            }
            unit = (unit << 4) | digit;
            text.step();
        }
        return (char) unit;
    }

    private static int hexadecimal(int digit) {
        return digit < 0 ? -1 : Character.digit(digit, 16);
    }

    /** Where the next byte is that is a quote, a backslash, a control character or not ASCII; or the end. */
    private int endOfPlain(int from) {
        int i = from;
        for (int lastLong = bytes.length - Long.BYTES; i <= lastLong; i += Long.BYTES) {
            long specials = specials(JsonText.eightBytes(bytes, i));
            if (specials != 0) {
                return i + Long.numberOfTrailingZeros(specials) / Byte.SIZE;
            }
        }
        return endOfPlainNearEnd(i);
    }

    private int endOfPlainNearEnd(int from) {
        int i = from;
        while (i < bytes.length && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    /**
     * The high bits of the bytes that are not plain. A byte becomes zero where it is what is looked for, and borrows into
     * its own high bit then; of the others only those that are not ASCII have theirs set. What is borrowed goes on to
     * higher bytes, too: the lowest bit is right, whatever the borrow does to those above.
     */
    private static long specials(long eightBytes) {
        return (((eightBytes ^ QUOTES) - LOW_BITS)
                        | ((eightBytes ^ BACKSLASHES) - LOW_BITS)
                        | (eightBytes - SPACES)
                        | eightBytes)
                & HIGH_BITS;
    }
}
