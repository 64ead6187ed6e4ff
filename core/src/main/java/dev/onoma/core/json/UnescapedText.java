package dev.onoma.core.json;

import java.nio.charset.StandardCharsets;

/** One string after the other, put together from what stands between escapes and what escapes stand for. */
final class UnescapedText {
    private final byte[] utf8;
    private int length;
    private boolean ascii = true;

    /** Whether half a surrogate pair is among the characters, which UTF-8 has no bytes for. */
    private boolean halfPair;

    private boolean unsafe;

    /**
     * An empty text.
     *
     * @param longest how many bytes with escapes the longest string has; without them it has fewer
     */
    UnescapedText(int longest) {
        this.utf8 = new byte[longest];
    }

    /** Whether a string held NUL or a lone surrogate. */
    boolean isUnsafe() {
        return unsafe;
    }

    void put(byte[] bytes, int from, int to, boolean allAscii) {
        System.arraycopy(bytes, from, utf8, length, to - from);
        length += to - from;
        ascii &= allAscii;
    }

    /** Puts a character, or half a surrogate pair in the bytes that it would have if it were one. */
    void put(int codePoint) {
        if (codePoint < 0x80) {
            unsafe |= codePoint == 0;
            utf8[length++] = (byte) codePoint;
            return;
        }
        ascii = false;
        halfPair |= codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        int more = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        utf8[length++] = (byte) ((0xff << (7 - more)) | (codePoint >> (6 * more)));
        for (int i = more - 1; i >= 0; i--) {
            utf8[length++] = (byte) (0x80 | ((codePoint >> (6 * i)) & 0x3f));
        }
    }

    /** The text, after which this is empty again. */
    String take() {
        String text = halfPair
                ? withHalfPairs()
                : ascii ? JsonText.ascii(utf8, 0, length) : new String(utf8, 0, length, StandardCharsets.UTF_8);
        unsafe |= halfPair;
        length = 0;
        ascii = true;
        halfPair = false;
        return text;
    }

    private String withHalfPairs() {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; ) {
            int lead = utf8[i] & 0xff;
            int more = lead < 0xc0 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
            int codePoint = more == 0 ? lead : lead & (0x3f >> more);
            for (int j = 1; j <= more; j++) {
                codePoint = (codePoint << 6) | (utf8[i + j] & 0x3f);
            }
            text.appendCodePoint(codePoint);
            i += 1 + more;
        }
        return text.toString();
    }
}
