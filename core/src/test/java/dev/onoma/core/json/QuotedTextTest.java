package dev.onoma.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.onoma.core.Limits;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes are looked at eight at a time: what is looked for must be found wherever it stands. */
class QuotedTextTest {
    private static final int LONGEST = 26;

    private final CharsetDecoder jdk = StandardCharsets.UTF_8.newDecoder();

    private static JsonValue parse(byte[] text) {
        return JsonDocument.parse(text, Limits.STANDARD).value();
    }

    private static JsonValue parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In quotes, a text with something in it, between letters. */
    private static String quoted(int before, String something, int after) {
        return "\"" + "a".repeat(before) + something + "b".repeat(after) + "\"";
    }

    static Stream<Arguments> specialAnywhere() {
        return Stream.of(
                arguments("\\n", "\n"),
                arguments("\\\"", "\""),
                arguments("\\\\", "\\"),
                arguments("\\/", "/"),
                arguments("\\u0041", "A"),
                arguments("\\u0107", "\u0107"),
                arguments("\\uD83d\\uDe00", "\ud83d\ude00"),
                arguments("\u00e9", "\u00e9"),
                arguments("\u20ac", "\u20ac"),
                arguments("\ud83d\ude00", "\ud83d\ude00"),
                arguments("\\n\u20ac\\u0041\\uD83d\\uDe00", "\n\u20acA\ud83d\ude00"));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("reads an escape, or a character of several bytes, at every place of a text of every length")
    void specialAnywhere(String special, String meaning) {
        for (int before = 0; before <= LONGEST; before++) {
            for (int after = 0; before + after <= LONGEST; after++) {
                assertThat(parse(quoted(before, special, after)))
                        .isEqualTo(new JsonString("a".repeat(before) + meaning + "b".repeat(after)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, '\t', '\n', 0x1f})
    @DisplayName("refuses a control character at every place of a text of every length, and says where it is")
    void controlAnywhere(int control) {
        for (int before = 0; before <= LONGEST; before++) {
            for (int after = 0; before + after <= LONGEST; after++) {
                String text = quoted(before, String.valueOf((char) control), after);
                assertThatThrownBy(() -> parse(text))
                        .hasMessage("the document is not JSON (line 1, column " + (before + 2) + ")");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', '!', '#', '[', ']', 0x7f})
    @DisplayName("takes no other character for a quote, a backslash or a control character, alone or among its like")
    void plain(int character) {
        for (int length = 0; length <= LONGEST; length++) {
            String text = String.valueOf((char) character).repeat(length);
            assertThat(parse("\"" + text + "\"")).isEqualTo(new JsonString(text));
        }
    }

    @Test
    @DisplayName("refuses a byte that is not UTF-8 at every place of a text of every length")
    void malformedAnywhere() {
        for (int length = 1; length <= LONGEST; length++) {
            for (int at = 0; at < length; at++) {
                byte[] text = quoted(length, "", 0).getBytes(StandardCharsets.US_ASCII);
                text[at + 1] = (byte) 0x80;
                assertThatThrownBy(() -> parse(text))
                        .hasMessage("the document is not UTF-8 text without a byte order mark");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s",
                "su",
                "sub",
                "subs",
                "Sub",
                "sub_",
                "email",
                "e-mail",
                "emails",
                "email_verified",
                "email_verifieD",
                "Email_verified",
                "email-verified",
                "email_verified_",
                "email_verified_at",
                "given_name",
                "given_nam",
                "given_names",
                "is_silhouette",
                "phone_number_verified",
                "preferred_username"
            })
    @DisplayName("names that providers use, and those that resemble them, are read as they are, at any place")
    void names(String name) {
        assertThat(((JsonObject) parse("{\"" + name + "\":1,\"behind\":\"12345678901234567890\"}")).names())
                .containsExactly(name, "behind");
        assertThat(((JsonObject) parse("{\"" + name + "\":1}")).names()).containsExactly(name);
        assertThat(((JsonObject) parse("{\"\\u0000\":0,\"" + name + "\":1,\"" + name + "\\u0000\":2}")).names())
                .containsExactly("\u0000", name, name + "\u0000");
    }

    @Test
    @DisplayName("accepts the bytes that the JDK does: each one or two, and three or four at the edges")
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
        // Millions of texts: no decoder for each, and no description of those that are right.
        CharBuffer decoded = CharBuffer.allocate(text.length);
        boolean wellFormed =
                !jdk.reset().decode(ByteBuffer.wrap(text), decoded, true).isError();
        if (isWellFormed(text) != wellFormed) {
            assertThat(isWellFormed(text)).as(Arrays.toString(text)).isEqualTo(wellFormed);
        }
    }

    private static boolean isWellFormed(byte[] text) {
        int at = 0;
        while (at < text.length) {
            int length = text[at] >= 0 ? 1 : Utf8.lengthOfCharacter(text, at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }
}
