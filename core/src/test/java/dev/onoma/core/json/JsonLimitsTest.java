package dev.onoma.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit of a document, exactly at it and one past it, for texts and for values that are there already. */
class JsonLimitsTest {
    /** Large enough for a text to be over one limit alone. */
    private static final Limits WIDE = Limits.STANDARD
            .with(Limit.CLAIMS_BYTES, Integer.MAX_VALUE)
            .with(Limit.CLAIMS_DEPTH, 1_000)
            .with(Limit.CLAIMS_MEMBERS, 1_000_000)
            .with(Limit.NUMBER_DIGITS, 1_000_000)
            .with(Limit.NUMBER_EXPONENT, 1_000_000);

    private static final String TOO_LONG = "the document is longer than 262144 bytes";
    private static final String TOO_DEEP = "the document is nested more than 32 levels deep";
    private static final String TOO_MANY = "the document has more than 1000 members";
    private static final String NUMBER = "the document has a number with too many digits or too large an exponent";

    static Stream<Arguments> atTheLimit() {
        return Stream.of(
                argumentSet("262,144 bytes", text(262_144)),
                argumentSet("262,144 bytes of two-byte characters", "\"" + "\u00e9".repeat(131_071) + "\""),
                argumentSet("32 arrays", arrays(32)),
                argumentSet("32 objects", objects(32)),
                argumentSet("a scalar inside 32 levels", "[".repeat(32) + "1" + "]".repeat(32)),
                argumentSet("1,000 members of one object", members(1_000)),
                argumentSet("1,000 members of two objects", "{\"o\":" + members(999) + "}"),
                argumentSet("1,000 digits", "1".repeat(1_000)),
                argumentSet("1,000 digits and a sign", "-" + "1".repeat(1_000)),
                argumentSet("1,000 digits, some after the point", "0." + "9".repeat(999)),
                argumentSet("exponent 1000", "1e1000"),
                argumentSet("exponent +1000", "1E+1000"),
                argumentSet("exponent -1000", "1e-1000"),
                argumentSet("1,000 digits and exponent 1000", "1".repeat(1_000) + "e1000"));
    }

    static Stream<Arguments> oneBeyond() {
        return Stream.of(
                argumentSet("262,145 bytes", text(262_145), Problem.JSON_TOO_LARGE, TOO_LONG),
                argumentSet(
                        "262,146 bytes of two-byte characters",
                        "\"" + "\u00e9".repeat(131_072) + "\"",
                        Problem.JSON_TOO_LARGE,
                        TOO_LONG),
                argumentSet("33 arrays", arrays(33), Problem.JSON_TOO_DEEP, TOO_DEEP),
                argumentSet("33 objects", objects(33), Problem.JSON_TOO_DEEP, TOO_DEEP),
                argumentSet(
                        "an object in 32 arrays",
                        "[".repeat(32) + "{}" + "]".repeat(32),
                        Problem.JSON_TOO_DEEP,
                        TOO_DEEP),
                argumentSet("1,001 members of one object", members(1_001), Problem.JSON_TOO_LARGE, TOO_MANY),
                argumentSet(
                        "1,001 members of two objects",
                        "{\"o\":" + members(1_000) + "}",
                        Problem.JSON_TOO_LARGE,
                        TOO_MANY),
                argumentSet(
                        "1,001 members in an array",
                        "[{\"a\":1}," + members(1_000) + "]",
                        Problem.JSON_TOO_LARGE,
                        TOO_MANY),
                argumentSet("1,001 digits", "1".repeat(1_001), Problem.INVALID_JSON, NUMBER),
                argumentSet(
                        "1,001 digits, some after the point", "0." + "9".repeat(1_000), Problem.INVALID_JSON, NUMBER),
                argumentSet("1,001 digits before an exponent", "1".repeat(1_001) + "e1", Problem.INVALID_JSON, NUMBER),
                argumentSet("exponent 1001", "1e1001", Problem.INVALID_JSON, NUMBER),
                argumentSet("exponent -1001", "1E-1001", Problem.INVALID_JSON, NUMBER),
                argumentSet("a number inside", "{\"a\":[1e1001]}", Problem.INVALID_JSON, NUMBER));
    }

    private static String text(int bytes) {
        return "\"" + "a".repeat(bytes - 2) + "\"";
    }

    private static String arrays(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String objects(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }

    private static String members(int count) {
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            object.append(i == 0 ? "" : ",")
                    .append("\"m")
                    .append(i)
                    .append("\":")
                    .append(i);
        }
        return object.append('}').toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("atTheLimit")
    @DisplayName("M8: a text exactly at a limit is read")
    void textAtTheLimit(String text) {
        assertThat(JsonDocument.parse(utf8(text), Limits.STANDARD).bytes()).isEqualTo(utf8(text).length);
    }

    @ParameterizedTest
    @MethodSource("oneBeyond")
    @DisplayName("M8: a text one past a limit is refused")
    void textOneBeyond(String text, Problem problem, String message) {
        JsonException refused =
                catchThrowableOfType(JsonException.class, () -> JsonDocument.parse(utf8(text), Limits.STANDARD));

        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.code()).isEqualTo(problem.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(refused).hasMessageContaining(message);
    }

    @ParameterizedTest
    @MethodSource("atTheLimit")
    @DisplayName("M8: a value exactly at a limit is taken")
    void valueAtTheLimit(String text) {
        JsonValue value = JsonDocument.parse(utf8(text), WIDE).value();

        assertThatCode(() -> JsonDocument.of(value, Limits.STANDARD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("oneBeyond")
    @DisplayName("M8: a value one past a limit is refused")
    void valueOneBeyond(String text, Problem problem, String message) {
        JsonValue value = JsonDocument.parse(utf8(text), WIDE).value();

        JsonException refused =
                catchThrowableOfType(JsonException.class, () -> JsonDocument.of(value, Limits.STANDARD));

        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused).hasMessageContaining(message);
    }

    @Test
    @DisplayName("M8: an exponent too long to be counted is refused, and costs no time")
    void hugeExponent() {
        JsonException refused = catchThrowableOfType(
                JsonException.class,
                () -> JsonDocument.parse(utf8("[1e" + "9".repeat(200_000) + "]"), Limits.STANDARD));

        assertThat(refused)
                .hasMessage("the document has a number with too many digits or too large an exponent"
                        + " (line 1, column 2)");
    }

    @Test
    @DisplayName("M8: leading zeros of an exponent do not count")
    void zerosOfAnExponent() {
        assertThat(JsonValue.parse("1e0001000")).isEqualTo(JsonNumber.of("1e1000"));
    }

    @Test
    @DisplayName("M8: the limits are the caller's")
    void otherLimits() {
        Limits narrow = Limits.STANDARD
                .with(Limit.CLAIMS_DEPTH, 1)
                .with(Limit.CLAIMS_MEMBERS, 2)
                .with(Limit.NUMBER_DIGITS, 3);

        assertThatCode(() -> JsonDocument.parse(utf8("{\"a\":123,\"b\":2}"), narrow))
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(JsonException.class, () -> JsonDocument.parse(utf8("{\"a\":[]}"), narrow)))
                .hasMessage("the document is nested more than 1 levels deep");
        assertThat(catchThrowableOfType(
                        JsonException.class, () -> JsonDocument.parse(utf8("{\"a\":1,\"b\":2,\"c\":3}"), narrow)))
                .hasMessage("the document has more than 2 members");
        assertThat(catchThrowableOfType(JsonException.class, () -> JsonDocument.parse(utf8("1234"), narrow)))
                .hasMessageContaining(NUMBER);
    }

    @Test
    @DisplayName("texts that our own code parses have the standard limits")
    void parseOfValues() {
        assertThat(catchThrowableOfType(JsonException.class, () -> JsonValue.parse(arrays(33))))
                .hasMessage(TOO_DEEP);
    }
}
