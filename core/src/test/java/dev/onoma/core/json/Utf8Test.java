package dev.onoma.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes are looked at eight at a time: what is looked for must be found wherever it stands. */
class Utf8Test {
    private static final int LONGEST = 26;

    private static byte[] letters(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'a');
        return text;
    }

    @Test
    @DisplayName("finds a backslash at every place of a text of every length")
    void backslashAnywhere() {
        for (int length = 1; length <= LONGEST; length++) {
            for (int at = 0; at < length; at++) {
                byte[] text = letters(length);
                text[at] = '\\';
                assertThat(Utf8.hasBackslash(text)).as("%d of %d", at, length).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {'[', ']', '\\' - 1, '\\' + 1, '\\' | 0x80, 0, 1, 0x7f, 0xff, 'a'})
    @DisplayName("no other byte is taken for a backslash, alone or among its like")
    void noBackslash(int other) {
        for (int length = 0; length <= LONGEST; length++) {
            byte[] text = new byte[length];
            Arrays.fill(text, (byte) other);
            assertThat(Utf8.hasBackslash(text)).as("length %d", length).isFalse();
        }
    }

    @Test
    @DisplayName("finds a byte that is not UTF-8 at every place of a text of every length")
    void malformedAnywhere() {
        for (int length = 1; length <= LONGEST; length++) {
            for (int at = 0; at < length; at++) {
                byte[] text = letters(length);
                text[at] = (byte) 0x80;
                assertThat(Utf8.isWellFormed(text)).as("%d of %d", at, length).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "abcdefgh", "abcdefghi", "\u007f", "\u00e9", "aaaaaaa\u20ac", "\ud83d\ude00", "\u0000"})
    @DisplayName("accepts well-formed text of one to four bytes a character")
    void wellFormed(String text) {
        assertThat(Utf8.isWellFormed(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }
}
