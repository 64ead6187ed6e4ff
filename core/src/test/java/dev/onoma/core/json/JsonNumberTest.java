package dev.onoma.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "100, 1e2",
        "100, 1E+2",
        "0.01, 1e-2",
        "0, -0",
        "0, 0.000",
        "0, 0e5",
        "-1.50, -1.5",
        "9007199254740993, 9007199254740993.0"
    })
    @DisplayName("S10: numbers are equal when their values are, and have one hash")
    void equalByValue(String one, String other) {
        assertThat(JsonNumber.of(one)).isEqualTo(JsonNumber.of(other)).hasSameHashCodeAs(JsonNumber.of(other));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, -1", "9007199254740993, 9007199254740992", "1, 1.0000000000000000000000000001"})
    @DisplayName("S10: numbers that a double could not tell apart are different")
    void different(String one, String other) {
        assertThat(JsonNumber.of(one)).isNotEqualTo(JsonNumber.of(other));
        assertThat(JsonNumber.of(one).hashCode())
                .isNotEqualTo(JsonNumber.of(other).hashCode());
    }

    @Test
    @DisplayName("a number is not its text")
    void notText() {
        assertThat(JsonNumber.of(1)).isNotEqualTo(new JsonString("1")).isNotEqualTo(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "10", "-7", "123456789012345678901234567890", "1.5", "1e2", "1E+2", "0.0e-0"})
    @DisplayName("keeps the text that it was written with")
    void keepsText(String text) {
        assertThat(JsonNumber.of(text).text()).isEqualTo(text);
        assertThat(JsonNumber.of(text).toJson()).isEqualTo(text);
        assertThat(JsonNumber.of(text).decimal()).isEqualByComparingTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "01", "-01", "+1", ".5", "1.", "1e", "1e+", "NaN", "Infinity", "0x1", "1 ", "1_0", "\u0661"})
    @DisplayName("a text that is no JSON number is refused")
    void refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonNumber.of(text))
                .withMessage("not the text of a JSON number");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-12, true", "98765432109876543210, true", "1.0, false", "1e2, false", "1E2, false"})
    @DisplayName("M1: an integer literal has no fraction and no exponent")
    void integerLiterals(String text, boolean integer) {
        assertThat(JsonNumber.of(text).isIntegerLiteral()).isEqualTo(integer);
    }

    @Test
    @DisplayName("a long is written with its digits")
    void ofLong() {
        assertThat(JsonNumber.of(Long.MIN_VALUE).text()).isEqualTo("-9223372036854775808");
    }

    @Test
    @DisplayName("prints its type, not its digits")
    void printing() {
        assertThat(JsonNumber.of(4711)).hasToString("number");
        assertThat(JsonNumber.of(4711).type()).isEqualTo(JsonType.NUMBER);
    }
}
