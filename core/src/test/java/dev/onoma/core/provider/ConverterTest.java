package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.Locale;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConverterTest {
    @ParameterizedTest
    @ValueSource(strings = {"true", "\"true\"", "\"TRUE\"", "\"True\"", "\"tRuE\""})
    @DisplayName("M3: true is true, or its word in any ASCII case")
    void yes(String json) {
        assertThat(FlagState.of(JsonValue.parse(json))).isEqualTo(FlagState.TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"false\"", "\"FALSE\"", "\"False\""})
    @DisplayName("M3: false is false, or its word in any ASCII case")
    void no(String json) {
        assertThat(FlagState.of(JsonValue.parse(json))).isEqualTo(FlagState.FALSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "0",
                "\"1\"",
                "\"0\"",
                "\"yes\"",
                "\"no\"",
                "\"\"",
                "\" true\"",
                "\"true \"",
                "\"t\"",
                "null",
                "[true]",
                "{}",
                "1.0",
                "\"fal\u017fe\"",
                "\"truee\"",
                "\"FALS\u0415\""
            })
    @DisplayName("M3: nothing else is a boolean")
    void neither(String json) {
        assertThat(FlagState.of(JsonValue.parse(json))).isEqualTo(FlagState.UNSAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\t"})
    @DisplayName("a blank text is absent, and not for a converter to judge")
    void blank(String text) {
        Provider.Builder table = Provider.named("example")
                .subject("id")
                .attribute(NAME, "name", value -> Conversion.unreadable("array"));

        NormalizedProfile profile = profile(table, userinfo("{\"id\":1,\"name\":\"" + text + "\"}"));

        assertThat(profile.given(NAME)).isEqualTo(Given.none(ClaimState.ABSENT));
        assertThat(profile.warnings()).isEmpty();
    }

    @Test
    @DisplayName("D10: the words of M3 do not depend on the default locale")
    void turkish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(FlagState.of(new JsonString("FALSE"))).isEqualTo(FlagState.FALSE);
            assertThat(FlagState.of(new JsonString("TRUE"))).isEqualTo(FlagState.TRUE);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @DisplayName("the standard converter takes a string as it is, and nothing else")
    void text() {
        assertThat(Converter.text().convert(new JsonString(" Ada "))).isEqualTo(Conversion.text(" Ada "));
        assertThat(Converter.text().convert(JsonNumber.of(1))).isEqualTo(Conversion.unreadable("string"));
        assertThat(Converter.text().convert(JsonObject.EMPTY)).isEqualTo(Conversion.unreadable("string"));
    }

    @Test
    @DisplayName("M10: where another path looks inside an object, the object itself is nothing")
    void orAbsentWhenObject() {
        Converter converter = Converter.text().orAbsentWhenObject();

        assertThat(converter.convert(JsonObject.EMPTY)).isEqualTo(Conversion.absent());
        assertThat(converter.convert(new JsonString("a"))).isEqualTo(Conversion.text("a"));
        assertThat(converter.convert(JsonArray.of())).isEqualTo(Conversion.unreadable("string"));
    }

    @Test
    @DisplayName("M10: a converter may look at the rest of the document, less what is denied")
    void document() {
        Provider.Builder table = Provider.named("example")
                .subject("id")
                .attribute(
                        NAME,
                        "hash",
                        (hash, document) ->
                                Conversion.text(document.without("id").toJson()));

        assertThat(profile(table, userinfo("{\"id\":1,\"hash\":\"a\",\"b\":null}"))
                        .text(NAME))
                .contains("{\"hash\":\"a\",\"b\":null}");
        assertThat(profile(table, userinfo("{\"id\":1,\"hash\":null}")).given(NAME))
                .isEqualTo(Given.none(ClaimState.NULL));
        assertThat(Connection.of("example", table.build())
                        .deny("b")
                        .build()
                        .normalize(userinfo("{\"id\":1,\"hash\":\"a\",\"b\":true}"))
                        .orElseThrow()
                        .text(NAME))
                .contains("{\"hash\":\"a\"}");
    }

    @Test
    @DisplayName("M2: a conversion does not print its text")
    void printing() {
        assertThat(Conversion.text("Ada")).hasToString("Text");
        assertThat(Conversion.absent()).isNotEqualTo(Conversion.absentStop());
    }

    @Test
    @DisplayName("a conversion has a text, or says what was expected")
    void nothingMissing() {
        assertThatNullPointerException().isThrownBy(() -> Conversion.text(null)).withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> Conversion.unreadable(null))
                .withMessage("expected");
        EqualsVerifier.forClass(Conversion.Text.class).verify();
        EqualsVerifier.forClass(Conversion.Unreadable.class).verify();
    }
}
