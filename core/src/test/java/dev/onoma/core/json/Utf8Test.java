package dev.onoma.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes are looked at eight at a time: what is looked for must be found wherever it stands. */
class Utf8Test {
    private static final int LONGEST = 26;

    private final CharsetDecoder jdk = StandardCharsets.UTF_8.newDecoder();

    private static byte[] letters(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'a');
        return text;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\uDE00"})
    @DisplayName("finds an escape of NUL or of half a surrogate pair at every place of a text of every length")
    void unsafeEscapeAnywhere(String escape) {
        for (int length = escape.length(); length <= LONGEST; length++) {
            for (int at = 0; at <= length - escape.length(); at++) {
                byte[] text = letters(length);
                System.arraycopy(escape.getBytes(StandardCharsets.US_ASCII), 0, text, at, escape.length());
                assertThat(Utf8.scan(text)).as("%d of %d", at, length).isEqualTo(Utf8.WITH_UNSAFE_ESCAPE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\/\\/\\n\\u0040\\/\\u0000", "\u0107]\\n]\u20ac\\/\ud83d\ude00\\u0000"})
    @DisplayName("finds an escape of NUL behind other escapes and behind characters of several bytes")
    void unsafeEscapeBehindOthers(String text) {
        assertThat(Utf8.scan(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Utf8.WITH_UNSAFE_ESCAPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\n", "\\/\\/", "\\u0040", "\\u0107\\u000a", "\\u000", "u0000", "[u0000", "]ud83d"})
    @DisplayName("other escapes are safe, and so is what looks like one of those but has no backslash")
    void safeEscape(String text) {
        assertThat(Utf8.scan(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(Utf8.SAFE);
    }

    @ParameterizedTest
    @ValueSource(ints = {'[', ']', '\\' - 1, '\\' + 1, '\\' | 0x80, 0, 1, 0x7f, 0xff, 'a'})
    @DisplayName("no other byte is taken for a backslash, alone or among its like")
    void noBackslash(int other) {
        byte[] escape = "\\u0000".getBytes(StandardCharsets.US_ASCII);
        for (int length = escape.length; length <= LONGEST; length++) {
            byte[] text = new byte[length];
            Arrays.fill(text, (byte) other);
            System.arraycopy(escape, 1, text, length - escape.length + 1, escape.length - 1);
            assertThat(Utf8.scan(text)).as("length %d", length).isEqualTo(other > 0x7f ? Utf8.MALFORMED : Utf8.SAFE);
        }
    }

    @Test
    @DisplayName("a text that is not UTF-8 is malformed, whatever escapes it holds")
    void malformedWithUnsafeEscape() {
        byte[] text = "\\u0000aaaa".getBytes(StandardCharsets.US_ASCII);
        text[text.length - 1] = (byte) 0x80;

        assertThat(Utf8.scan(text)).isEqualTo(Utf8.MALFORMED);
    }

    @Test
    @DisplayName("finds a byte that is not UTF-8 at every place of a text of every length")
    void malformedAnywhere() {
        for (int length = 1; length <= LONGEST; length++) {
            for (int at = 0; at < length; at++) {
                byte[] text = letters(length);
                text[at] = (byte) 0x80;
                assertThat(Utf8.scan(text)).as("%d of %d", at, length).isEqualTo(Utf8.MALFORMED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "abcdefgh", "abcdefghi", "\u007f", "\u00e9", "aaaaaaa\u20ac", "\ud83d\ude00", "\u0000"})
    @DisplayName("accepts well-formed text of one to four bytes a character")
    void wellFormed(String text) {
        assertThat(Utf8.scan(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Utf8.SAFE);
    }

    @Test
    @DisplayName("agrees with the JDK on every text of one or two bytes, and on those of three and four at the edges")
    void likeTheJdk() {
        int[] edges = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff};
        for (int first = 0; first <= 0xff; first++) {
            assertLikeTheJdk(first);
            for (int second = 0; second <= 0xff; second++) {
                assertLikeTheJdk(first, second);
                for (int third : edges) {
                    assertLikeTheJdk(first, second, third);
                    for (int fourth : edges) {
                        assertLikeTheJdk(first, second, third, fourth);
                    }
                }
            }
        }
    }

    private void assertLikeTheJdk(int... values) {
        byte[] text = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            text[i] = (byte) values[i];
        }
        // Millions of texts: no decoder and no exception for each.
        CharBuffer decoded = CharBuffer.allocate(text.length);
        boolean wellFormed =
                !jdk.reset().decode(ByteBuffer.wrap(text), decoded, true).isError();
        Utf8 expected = wellFormed ? Utf8.SAFE : Utf8.MALFORMED;
        if (Utf8.scan(text) != expected) {
            assertThat(Utf8.scan(text)).as(Arrays.toString(text)).isEqualTo(expected);
        }
    }
}
