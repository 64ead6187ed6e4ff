package dev.onoma.oauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedFormTest {
    @Test
    @DisplayName("what was written is read again, in its order")
    void roundTrip() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("b", "a b+c&d=e%ü\u0000");
        parameters.put("a", "");

        String text = EncodedForm.of(parameters);

        assertThat(text).isEqualTo("b=a+b%2Bc%26d%3De%25%C3%BC%00&a=");
        assertThat(EncodedForm.parse(text)).contains(parameters);
        assertThat(EncodedForm.parse(text).orElseThrow().keySet()).containsExactly("b", "a");
    }

    @Test
    @DisplayName("a value keeps all signs after the first one, and may be missing")
    void equalsSigns() {
        assertThat(EncodedForm.parse("code=4/0Abc==&flag&&=x"))
                .contains(Map.of("code", "4/0Abc==", "flag", "", "", "x"));
        assertThat(EncodedForm.parse("")).contains(Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1&a=1",
                "a&a=",
                "a=%",
                "a=%4",
                "a=%zz",
                "a=%-1",
                "a=%EF%BC",
                "%ff=a",
                "a=%C0%AF",
                "a=ü",
                "a=%\uff11\uff11",
                "a=%ED%A0%80"
            })
    @DisplayName("a parameter twice, and broken encodings, are unreadable")
    void unreadable(String text) {
        assertThat(EncodedForm.parse(text)).isEmpty();
    }
}
