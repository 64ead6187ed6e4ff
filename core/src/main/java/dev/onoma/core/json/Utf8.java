package dev.onoma.core.json;

/** Tells characters of UTF-8 from bytes that only look like some. */
final class Utf8 {
    private Utf8() {}

    /**
     * How many bytes the character takes that begins here and is not ASCII; 0 when it is malformed: overlong, half a
     * surrogate pair, beyond the last code point, or cut off.
     *
     * @see <a href="https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506">Unicode, table 3-7</a>
     */
    static int lengthOfCharacter(byte[] bytes, int at) {
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
}
