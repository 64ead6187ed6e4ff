package dev.onoma.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JavaConversionTest {
    static Stream<Arguments> converted() throws MalformedURLException {
        return Stream.of(
                arguments(null, "null"),
                arguments("ada", "\"ada\""),
                arguments(java.nio.CharBuffer.wrap("ada"), "\"ada\""),
                arguments(true, "true"),
                arguments(false, "false"),
                arguments(7, "7"),
                arguments((byte) -7, "-7"),
                arguments(Long.MAX_VALUE, "9223372036854775807"),
                arguments(new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890"),
                arguments(new BigDecimal("1.10"), "1.10"),
                arguments(new BigDecimal("1E+3"), "1E+3"),
                arguments(1.5, "1.5"),
                arguments(1e10, "1.0E10"),
                arguments(0.5f, "0.5"),
                arguments(new AtomicLong(5), "5"),
                arguments(JsonNumber.of("1e2"), "1e2"),
                arguments(List.of("a", 1, List.of()), "[\"a\",1,[]]"),
                arguments(Set.of(), "[]"),
                arguments(Arrays.asList("a", null), "[\"a\",null]"),
                arguments(new String[] {"a", "b"}, "[\"a\",\"b\"]"),
                arguments(new int[] {1, 2}, "[1,2]"),
                arguments(Map.of("a", Map.of("b", true)), "{\"a\":{\"b\":true}}"),
                arguments(Collections.singletonMap("a", null), "{\"a\":null}"),
                arguments(Instant.parse("2026-01-02T03:04:05.999Z"), "1767323045"),
                arguments(Instant.parse("1969-12-31T23:59:59.5Z"), "-1"),
                arguments(Date.from(Instant.parse("2026-01-02T03:04:05.999Z")), "1767323045"),
                arguments(Date.from(Instant.parse("1969-12-31T23:59:59.5Z")), "-1"),
                arguments(URI.create("https://example.org/a"), "\"https://example.org/a\""),
                arguments(URI.create("https://example.org/a").toURL(), "\"https://example.org/a\""));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("plain Java objects, and those that token libraries make of claims, have a JSON form")
    void converted(Object value, String json) {
        assertThat(JsonValue.from(value).toJson()).isEqualTo(json);
    }

    @Test
    @SuppressWarnings("JavaUtilDate")
    @DisplayName("a date that refuses to be an instant, as a database's do, has its seconds all the same")
    void databaseDates() {
        Date date = new Date(-1) {
            private static final long serialVersionUID = 1L;

            @Override
            public Instant toInstant() {
                throw new UnsupportedOperationException();
            }
        };

        assertThat(JsonValue.from(date)).isEqualTo(JsonNumber.of(-1));
    }

    @Test
    @DisplayName("a map keeps its order")
    void order() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", 2);

        assertThat(JsonObject.from(map).toJson()).isEqualTo("{\"z\":1,\"a\":2}");
    }

    static Stream<Arguments> refused() {
        String date = " is a java.time.LocalDate, which has no JSON form";
        LocalDate birthday = LocalDate.of(1815, 12, 10);
        return Stream.of(
                argumentSet("at the top", birthday, "$" + date),
                argumentSet("a member", Map.of("birthdate", birthday), "$.birthdate" + date),
                argumentSet("an element", List.of(1, List.of(2, birthday)), "$[1][1]" + date),
                argumentSet("in an array", Map.of("a", new Object[] {Map.of("b", birthday)}), "$.a[0].b" + date),
                argumentSet("a character", 'x', "$ is a java.lang.Character, which has no JSON form"),
                argumentSet(
                        "not a number", Map.of("a", Double.NaN), "$.a is not a finite number, which has no JSON form"),
                argumentSet(
                        "infinite",
                        List.of(Float.NEGATIVE_INFINITY),
                        "$[0] is not a finite number, which has no JSON form"),
                argumentSet(
                        "a name that is a number", Map.of("a", Map.of(1, 2)), "$.a has a name that is not a string"),
                argumentSet("no name", Collections.singletonMap(null, 2), "$ has a name that is not a string"));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("anything else is refused, naming the place and the class and no value")
    void refused(Object value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonValue.from(value))
                .withMessage(message);
    }
}
