package dev.onoma.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonException.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
    private static final String NOT_JSON = "the document is not JSON (line ";

    private static JsonDocument parse(byte[] text) {
        return JsonDocument.parse(text, Limits.STANDARD);
    }

    private static JsonDocument parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("reads every type of JSON, in the order of the text")
    void everyType() {
        JsonValue value = parse("""
                { "o": {}, "a": [1, [2]], "s": "x\\u00e9\\n", "n": -0.5e+1, "t": true, "f": false, "z": null }
                """).value();

        assertThat(((JsonObject) value).names()).containsExactly("o", "a", "s", "n", "t", "f", "z");
        assertThat(value)
                .isEqualTo(JsonObject.builder()
                        .put("o", JsonObject.EMPTY)
                        .put("a", JsonArray.of(JsonNumber.of(1), JsonArray.of(JsonNumber.of(2))))
                        .put("s", "x\u00e9\n")
                        .put("n", JsonNumber.of("-5"))
                        .put("t", true)
                        .put("f", false)
                        .put("z", JsonNull.NULL)
                        .build());
    }

    @Test
    @DisplayName("knows how many bytes the text had, white space included")
    void bytes() {
        assertThat(parse(" {\"a\": \"\u00e9\"} ").bytes()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"o\":{\"a\":1,\"b\":2,\"a\":3}}", "[{\"a\":1,\"\\u0061\":2}]"})
    @DisplayName("D9: a name twice in one object is refused, nested and escaped as well; no value wins")
    void duplicateNames(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("the document has a name twice in one object (line 1, column ");
    }

    @Test
    @DisplayName("D9: a name twice in an object of more than 16 members is refused")
    void duplicateNameInLargeObject() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 20; i++) {
            text.append("\"m").append(i).append("\":").append(i).append(',');
        }

        assertThatThrownBy(() -> parse(text + "\"m18\":0}"))
                .hasMessageContaining("the document has a name twice in one object");
    }

    @Test
    @DisplayName("the same name in two objects is no duplicate")
    void sameNameInTwoObjects() {
        assertThat(parse("{\"a\":{\"a\":1},\"b\":{\"a\":2}}").value().toJson())
                .isEqualTo("{\"a\":{\"a\":1},\"b\":{\"a\":2}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}\n[]", "1 2", "null null", "{} \"x\"", "{} x", "{}}", "{},", "nullx", "01"})
    @DisplayName("D9: anything after the document is refused")
    void secondValue(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(JsonException.class)
                .hasMessageMatching("the document has text after its end \\(line [12], column \\d\\)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1",
                "[1,",
                "[1 2]",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "[1,]",
                "\"abc",
                "\"a\tb\"",
                "\"\\x\"",
                "\"\\u12\"",
                "nul",
                "True",
                "// x\n{}",
                "/* x */ {}",
                "NaN",
                "[NaN]",
                "[Infinity]",
                "[-Infinity]",
                "[01]",
                "[-01]",
                "[00]",
                "[nullx]",
                "+1",
                ".5",
                "1.",
                "1e",
                "-",
                "[0x10]",
                "\u00a0{}"
            })
    @DisplayName("what RFC 8259 does not allow is refused, with the line and the column")
    void notJson(String text) {
        JsonException refused = catchThrowableOfType(JsonException.class, () -> parse(text));

        assertThat(refused.problem()).isEqualTo(Problem.INVALID_JSON);
        assertThat(refused.code()).isEqualTo("invalid_json");
        assertThat(refused).hasMessageMatching("\\Q" + NOT_JSON + "\\E\\d+, column \\d+\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r "})
    @DisplayName("an empty document is refused as such")
    void empty(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(JsonException.class).hasMessage("the document is empty");
    }

    static Stream<Arguments> notUtf8() {
        return Stream.of(
                argumentSet("byte order mark", bytes(0xEF, 0xBB, 0xBF, '{', '}')),
                argumentSet("byte order mark alone", bytes(0xEF, 0xBB, 0xBF)),
                argumentSet("UTF-16, big end first", "{}".getBytes(StandardCharsets.UTF_16BE)),
                argumentSet("UTF-16, little end first", "{}".getBytes(StandardCharsets.UTF_16LE)),
                argumentSet("UTF-16 with a byte order mark", "{}".getBytes(StandardCharsets.UTF_16)),
                argumentSet("UTF-16, a digit", "1".getBytes(StandardCharsets.UTF_16LE)),
                argumentSet("UTF-32, big end first", "{}".getBytes(Charset.forName("UTF-32BE"))),
                argumentSet("UTF-32, little end first", "{}".getBytes(Charset.forName("UTF-32LE"))),
                argumentSet("NUL alone", bytes(0)),
                argumentSet("overlong NUL", bytes('"', 0xC0, 0x80, '"')),
                argumentSet("overlong quote of three bytes", bytes('"', 0xE0, 0x80, 0xA2, '"')),
                argumentSet("encoded high surrogate", bytes('"', 0xED, 0xA0, 0x80, '"')),
                argumentSet("encoded surrogate pair", bytes('"', 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80, '"')),
                argumentSet("beyond U+10FFFF", bytes('"', 0xF4, 0x90, 0x80, 0x80, '"')),
                argumentSet("continuation byte alone", bytes('"', 0x80, '"')),
                argumentSet("truncated sequence", bytes('"', 0xE2, 0x82, '"')),
                argumentSet("Latin-1", "\"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("D2: only well-formed UTF-8 without a byte order mark is read")
    void notUtf8(byte[] text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(JsonException.class)
                .hasMessage("the document is not UTF-8 text without a byte order mark");
    }

    @Test
    @DisplayName("a byte order mark inside a string is text like any other")
    void byteOrderMarkInside() {
        assertThat(parse("\"\ufeff\"").value()).isEqualTo(new JsonString("\ufeff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "\"\""})
    @DisplayName("a text shorter than a byte order mark is read like any other")
    void shortTexts(String text) {
        assertThat(parse(text).value().toJson()).isEqualTo(text);
    }

    @Test
    @DisplayName("an escaped lone surrogate is read, in a text and in a name, and does not spoil what is around it")
    void loneSurrogates() {
        assertThat(parse("[\"\\ud800\"]").value()).isEqualTo(JsonArray.of(new JsonString("\ud800")));
        assertThat(parse("[\"a\\ude00\\ud83d\u00e9\\ud83d\\n\u20ac\\ud83d\\ude00\", \"\\u20ac\"]")
                        .value())
                .isEqualTo(JsonArray.of(
                        new JsonString("a\ude00\ud83d\u00e9\ud83d\n\u20ac\ud83d\ude00"), new JsonString("\u20ac")));
        assertThat(((JsonObject) parse("{\"\\ud800\":1}").value()).names()).containsExactly("\ud800");
        assertThat(parse("{\"\\ud83d\\ude00\":1}").value().toJson()).isEqualTo("{\"\ud83d\ude00\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "\"ada@example.org",
                "{\"ada@example.org\" 1}",
                "{\"ada\":\"ada@example.org\" 1}",
                "{\"ada@example.org\":1,\"ada@example.org\":2}",
                "{} ada@example.org",
                "[adaexampleorg]"
            })
    @DisplayName("M2: no message quotes the text, and no cause carries it along")
    void messagesQuoteNothing(String text) {
        JsonException refused = catchThrowableOfType(JsonException.class, () -> parse(text));

        assertThat(refused.message()).isEqualTo(refused.getMessage()).doesNotContain("ada");
        assertThat(refused.toString()).doesNotContain("ada");
        assertThat(refused).hasNoCause();
        assertThat(refused.getSuppressed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    {"a":"b"},      false
                    {"a":"\u00e9"}, false
                    {"a":"\\\\n"},  false
                    {"a":"\\\\u00e9"}, false
                    {"a":"\\\\u0000"}, true
                    {"a":"\\\\ud83d"}, true
                    {"\\\\ud83d":"a"}, true
                    {"a":"\\\\ud83d\\\\ude00"}, false
                    {"a":"\\\\ude00\\\\ud83d"}, true
                    """)
    @DisplayName("tells a text that holds NUL or a lone surrogate, in a value or a name, from one that does not")
    void unsafeText(String text, boolean may) {
        assertThat(parse(text.replace("\\\\", "\\")).mayHoldUnsafeText()).isEqualTo(may);
    }

    @Test
    @DisplayName("a value that is there already may hold anything")
    void valuesMayHoldUnsafeText() {
        JsonDocument document =
                JsonDocument.of(JsonObject.builder().put("a", "\u00e9").build(), Limits.STANDARD);

        assertThat(document.mayHoldUnsafeText()).isTrue();
        assertThat(document.bytes()).isEqualTo(10);
        assertThat(document.value().toJson()).isEqualTo("{\"a\":\"\u00e9\"}");
    }

    @Test
    @DisplayName("prints its type and length, not its content")
    void printing() {
        assertThat(parse("{\"email\":\"ada@example.org\"}")).hasToString("JsonDocument[object[1], 27 bytes]");
    }

    @Test
    @DisplayName("is a value")
    void equality() {
        EqualsVerifier.forClass(JsonDocument.class).verify();
    }
}
