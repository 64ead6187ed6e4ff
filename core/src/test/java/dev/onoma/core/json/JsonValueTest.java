package dev.onoma.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[[],{},null,true,false,\"\"]",
                "{\"id\":123456789012345678901234567890,\"x\":1.10,\"e\":1e2,\"z\":-0,\"E\":2E+3}",
                "{\"b\":1,\"a\":{\"d\":[1,2],\"c\":null}}",
                "\"\\\"\\\\/\\b\\n\\r\\t\u00e9\ud83d\ude00\""
            })
    @DisplayName("what is read and written again has the same order, the same digits and the same text")
    void roundTrip(String text) {
        assertThat(JsonValue.parse(text).toJson()).isEqualTo(text);
    }

    @Test
    @DisplayName("compact text has no white space of its own")
    void compact() {
        assertThat(JsonValue.parse(" { \"a b\" : [ 1 , 2 ] } ").toJson()).isEqualTo("{\"a b\":[1,2]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"email":"ada@example.org"}; object[1]; OBJECT;  object;  an object
                    ["ada","bob"];               array[2];  ARRAY;   array;   an array
                    "ada@example.org";           string;    STRING;  string;  a string
                    4711;                        number;    NUMBER;  number;  a number
                    true;                        boolean;   BOOLEAN; boolean; a boolean
                    null;                        null;      NULL;    null;    null
                    """)
    @DisplayName("M2: a value prints its type and never what it holds")
    void printing(String json, String printed, JsonType type, String word, String phrase) {
        JsonValue value = JsonValue.parse(json);

        assertThat(value).hasToString(printed);
        assertThat(value.type()).isEqualTo(type);
        assertThat(type.word()).isEqualTo(word);
        assertThat(type.phrase()).isEqualTo(phrase);
    }

    @Test
    @DisplayName("S10: nested values are compared by value as well")
    void nested() {
        assertThat(JsonValue.parse("[{\"a\":1,\"b\":[1.0]}]")).isEqualTo(JsonValue.parse("[{\"b\":[1],\"a\":1e0}]"));
        assertThat(JsonValue.parse("[1,2]")).isNotEqualTo(JsonValue.parse("[2,1]"));
        assertThat(JsonValue.parse("\"true\"")).isNotEqualTo(JsonValue.parse("true"));
    }

    @Test
    @DisplayName("booleans are two")
    void booleans() {
        assertThat(JsonBoolean.of(true)).isEqualTo(JsonBoolean.TRUE);
        assertThat(JsonBoolean.of(false)).isEqualTo(JsonBoolean.FALSE);
        assertThat(JsonBoolean.TRUE.value()).isTrue();
        assertThat(JsonBoolean.FALSE.value()).isFalse();
    }

    @Test
    @DisplayName("strings and arrays are values")
    void equality() {
        EqualsVerifier.forClass(JsonString.class).verify();
        EqualsVerifier.forClass(JsonArray.class).verify();
    }
}
