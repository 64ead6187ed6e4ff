package dev.onoma.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What the bytes of a text tell of it that a JSON parser lets pass or does not report. */
enum Utf8 {
    /**
     * Not UTF-8. Jackson decodes overlong forms and encoded surrogates as if they were fine, which would let a NUL
     * character in without an escape.
     */
    MALFORMED,
    /** Without an escape of NUL or of half a surrogate pair: no JSON string in it holds either. */
    SAFE,
    /** With such an escape; an escaped backslash in front of such letters is taken for one, too. */
    WITH_UNSAFE_ESCAPE;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long BACKSLASHES = 0x5c5c5c5c5c5c5c5cL;

    /** Looks over the bytes once, eight at a time, and closer where one is no ASCII character or a backslash. */
    static Utf8 scan(byte[] bytes) {
        boolean unsafeEscape = false;
        int at = nextSpecial(bytes, 0);
        while (at < bytes.length) {
            int length = 1;
            if (bytes[at] == '\\') {
                unsafeEscape |= isUnsafeEscape(bytes, at);
            } else {
                length = lengthOfSequence(bytes, at);
            }
            if (length == 0) {
                return MALFORMED;
            }
            at = nextSpecial(bytes, at + length);
        }
        return unsafeEscape ? WITH_UNSAFE_ESCAPE : SAFE;
    }

    private static int nextSpecial(byte[] bytes, int from) {
        int i = from;
        int lastLong = bytes.length - Long.BYTES;
        for (; i <= lastLong; i += Long.BYTES) {
            long specials = specials((long) LONGS.get(bytes, i));
            if (specials != 0) {
                return i + Long.numberOfTrailingZeros(specials) / Byte.SIZE;
            }
        }
        while (i < bytes.length && bytes[i] >= 0 && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    /**
     * The high bits of the bytes that are not ASCII, or a backslash. A byte that is a backslash becomes zero, and only
     * a zero byte borrows into its own high bit: the lowest bit is right, whatever the borrow does to those above.
     */
    private static long specials(long eightBytes) {
        long difference = eightBytes ^ BACKSLASHES;
        return (((difference - LOW_BITS) & ~difference) | eightBytes) & HIGH_BITS;
    }

    /**
     * How many bytes the character takes that begins here and is not ASCII; 0 when it is malformed.
     *
     * @see <a href="https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506">Unicode, table 3-7</a>
     */
    private static int lengthOfSequence(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        int codePoint = lead & (0x7f >> length);
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
            codePoint = (codePoint << 6) | (bytes[i] & 0x3f);
        }
        boolean overlong = (length == 3 && codePoint < 0x800) || (length == 4 && codePoint < 0x10000);
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return overlong || surrogate || codePoint > Character.MAX_CODE_POINT ? 0 : length;
    }

    private static boolean isUnsafeEscape(byte[] bytes, int at) {
        if (at + 5 >= bytes.length || bytes[at + 1] != 'u') {
            return false;
        }
        boolean surrogate = bytes[at + 2] == 'd' || bytes[at + 2] == 'D';
        boolean nul = bytes[at + 2] == '0' && bytes[at + 3] == '0' && bytes[at + 4] == '0' && bytes[at + 5] == '0';
        return surrogate || nul;
    }
}
