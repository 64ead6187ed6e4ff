package dev.onoma.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    private static final String ASTRAL = "\ud83d\ude00";

    @ParameterizedTest
    @CsvSource({"AZaz, azaz", "@[`{, @[`{", "\u00c4\u0130\u212a, \u00c4\u0130\u212a", "'', ''", "1A\u00dfB, 1a\u00dfb"})
    @DisplayName("D10: only A to Z are lowered, and nothing depends on a locale")
    void lowerAscii(String text, String lowered) {
        assertThat(Characters.lowerAscii(text)).isEqualTo(lowered);
    }

    @Test
    @DisplayName("a text without capitals is lowered to itself")
    void lowerAsciiOfLower() {
        String text = "ada";

        assertThat(Characters.lowerAscii(text)).isSameAs(text);
    }

    @Test
    @DisplayName("M8: characters are code points, not chars")
    void codePoints() {
        assertThat(Characters.atMost("ab", 2)).isTrue();
        assertThat(Characters.atMost("abc", 2)).isFalse();
        assertThat(Characters.atMost(ASTRAL + ASTRAL, 2)).isTrue();
        assertThat(Characters.atMost(ASTRAL + ASTRAL + "a", 2)).isFalse();
    }

    @Test
    @DisplayName("M8: bytes are those of UTF-8")
    void bytes() {
        assertThat(Characters.fitsBytes("aaaaaa", 6)).isTrue();
        assertThat(Characters.fitsBytes("aaaaaaa", 6)).isFalse();
        assertThat(Characters.fitsBytes("\u20ac\u20ac", 6)).isTrue();
        assertThat(Characters.fitsBytes("\u20ac\u20aca", 6)).isFalse();
        assertThat(Characters.fitsBytes(ASTRAL, 4)).isTrue();
        assertThat(Characters.fitsBytes(ASTRAL, 3)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                ' ', '\t', '\n', '\u0000', '\u001f', '\u00a0', '\u1680', '\u2003', '\u2007', '\u2028', '\u202f',
                '\u3000'
            })
    @DisplayName("white space is what is below U+0021 and every kind of Unicode space, the no-break ones included")
    void spaces(char c) {
        assertThat(Characters.isSpace(c)).isTrue();
        assertThat(Characters.isBlank(" " + c + c)).isTrue();
        assertThat(Characters.hasSpaceOrControl("a" + c + "b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(chars = {'a', '!', '\u007f', '\u0080', '\u00e9', '\u4e2d', '\ud83d'})
    @DisplayName("other characters are no white space")
    void noSpaces(char c) {
        assertThat(Characters.isSpace(c)).isFalse();
        assertThat(Characters.isBlank(" " + c)).isFalse();
    }

    @Test
    @DisplayName("an empty text is blank, and one with a letter after white space is not")
    void blank() {
        assertThat(Characters.isBlank("")).isTrue();
        assertThat(Characters.isBlank(" \u3000x")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u007f', '\u0085', '\u009f', '\u001b'})
    @DisplayName("control characters of ASCII and of Latin-1 are found")
    void controls(char c) {
        assertThat(Characters.hasSpaceOrControl("ab" + c)).isTrue();
    }

    @Test
    @DisplayName("text without white space and control characters has none")
    void noControls() {
        assertThat(Characters.hasSpaceOrControl("ada\u00e9" + ASTRAL)).isFalse();
    }

    @Test
    @DisplayName("ASCII ends at U+007F")
    void ascii() {
        assertThat(Characters.isAscii("a\u007f")).isTrue();
        assertThat(Characters.isAscii("a\u0080")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "a\u0000",
                "\ud800",
                "a\ud800",
                "\ud800a",
                "\udc00",
                "a\udc00b",
                "\ud83d\ud83d\ude00",
                "\ud83d\ude00\ude00",
                "\ude00\ud83d"
            })
    @DisplayName("M8: NUL and lone surrogates are unsafe, and removing them leaves safe text")
    void unsafe(String text) {
        assertThat(Characters.isUnsafe(text)).isTrue();
        assertThat(Characters.isUnsafe(Characters.withoutUnsafe(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u0001", "\ud83d\ude00", "a\ud83d\ude00\ud83d\ude00b", "\ufffd", "\ud7ff\ue000"})
    @DisplayName("M8: all other text is safe, and removing changes nothing")
    void safe(String text) {
        assertThat(Characters.isUnsafe(text)).isFalse();
        assertThat(Characters.withoutUnsafe(text)).isEqualTo(text);
    }

    @Test
    @DisplayName("M8: nothing but NUL and lone surrogates is removed")
    void withoutUnsafe() {
        assertThat(Characters.withoutUnsafe("\u0000a\ud800b" + ASTRAL + "\udfffc\udbff"))
                .isEqualTo("ab" + ASTRAL + "c");
    }
}
