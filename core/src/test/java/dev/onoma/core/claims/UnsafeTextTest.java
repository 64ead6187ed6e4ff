package dev.onoma.core.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafeTextTest {
    private final List<String> cleaned = new ArrayList<>();

    private String clean(String json) {
        return UnsafeText.clean((JsonObject) JsonValue.parse(json), cleaned::add)
                .toJson();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                    {"a":"x\\u0000y"};                {"a":"xy"};             a
                    {"a":"\\ud800"};                  {"a":""};               a
                    {"a":"\\udc00\\ud83d\\ude00"};    {"a":"\ud83d\ude00"};   a
                    {"o":{"a":"x\\u0000"}};           {"o":{"a":"x"}};        o.a
                    {"a":["x",["y\\u0000"]]};         {"a":["x",["y"]]};      a[1][0]
                    {"a":[1,{"b":"\\u0000"}]};        {"a":[1,{"b":""}]};     a[1].b
                    {"a b":{"c'd":"\\u0000"}};        {"a b":{"c'd":""}};     ['a b']['c''d']
                    {"na\\u0000me":1};                {"name":1};             name
                    {"o":{"\\u0000a":{"b":true}}};    {"o":{"a":{"b":true}}}; o.a
                    """)
    @DisplayName("M8: NUL and lone surrogates are removed from texts and names at any depth, naming the place")
    void cleans(String json, String clean, String path) {
        assertThat(clean(json)).isEqualTo(clean);
        assertThat(cleaned).containsExactly(path);
    }

    @Test
    @DisplayName("M8: a name of nothing but a lone surrogate becomes an empty name")
    void surrogateName() {
        JsonObject object =
                JsonObject.builder().put("\ud800", 1).put("a\udc00", 2).build();

        assertThat(UnsafeText.clean(object, cleaned::add).toJson()).isEqualTo("{\"\":1,\"a\":2}");
        assertThat(cleaned).containsExactly("['']", "a");
    }

    @Test
    @DisplayName("M8: places are told in the order of the document, a name before its text")
    void order() {
        assertThat(clean("{\"b\\u0000\":\"\\u0000\",\"c\":\"ok\",\"a\":[\"\\u0000\",\"ok\",\"\\u0000\"]}"))
                .isEqualTo("{\"b\":\"\",\"c\":\"ok\",\"a\":[\"\",\"ok\",\"\"]}");
        assertThat(cleaned).containsExactly("b", "b", "a[0]", "a[2]");
    }

    @Test
    @DisplayName("M8: a member whose cleaned name another one has is dropped, whichever comes first")
    void collision() {
        assertThat(clean("{\"na\\u0000me\":\"Eve\",\"name\":\"Ada\"}")).isEqualTo("{\"name\":\"Ada\"}");
        assertThat(clean("{\"name\":\"Ada\",\"na\\u0000me\":\"Eve\"}")).isEqualTo("{\"name\":\"Ada\"}");
        assertThat(cleaned).contains("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":\"\\ud83d\\ude00\"}", "{\"a\":[1,true,null,\"\\u0001\",{\"\u00e9\":\"\"}]}"})
    @DisplayName("M8: safe claims stay the same object, and nobody is told anything")
    void safe(String json) {
        JsonObject object = (JsonObject) JsonValue.parse(json);

        assertThat(UnsafeText.clean(object, cleaned::add)).isSameAs(object);
        assertThat(UnsafeText.isSafe(object)).isTrue();
        assertThat(cleaned).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "[1,[\"\\udfff\"]]", "{\"a\":{\"b\":\"\\u0000\"}}", "{\"\\u0000\":1}"})
    @DisplayName("M8: unsafe text is found wherever it is")
    void unsafe(String json) {
        assertThat(UnsafeText.isSafe(JsonValue.parse(json))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "1", "true", "null", "[\"a\"]"})
    @DisplayName("M8: values that are no objects are judged as well")
    void safeValues(String json) {
        assertThat(UnsafeText.isSafe(JsonValue.parse(json))).isTrue();
    }
}
