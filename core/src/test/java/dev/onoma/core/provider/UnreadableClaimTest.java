package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.provider.Mapped.idToken;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.ClaimState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableClaimTest {
    private static Provider.Builder table() {
        return Provider.named("example")
                .subject("id")
                .attribute(NAME, "name")
                .attribute(GIVEN_NAME, "names.given")
                .attribute(PICTURE, "picture")
                .email("email", Flag.claim("email_verified"))
                .phone("phone", Flag.claim("phone_verified"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"id":1,"name":42};               NAME;         name;        number
                    {"id":1,"name":true};             NAME;         name;        boolean
                    {"id":1,"name":{"a":"b"}};        NAME;         name;        object
                    {"id":1,"names":{"given":["x"]}}; GIVEN_NAME;   names.given; array
                    {"id":1,"email":["a@b"]};         EMAIL;        email;       array
                    {"id":1,"phone":441632960961};    PHONE_NUMBER; phone;       number
                    """)
    @DisplayName(
            "M2: a claim of the wrong type never fails the login: a warning says where, what was found and expected")
    void wrongType(String json, RootAttribute attribute, String path, String found) {
        NormalizedProfile profile = profile(table(), userinfo(json));

        assertThat(profile.given(attribute)).isEqualTo(Given.none(ClaimState.UNREADABLE));
        assertThat(profile.text(attribute)).isEmpty();
        assertThat(profile.warnings())
                .containsExactly(new Warning(WarningCode.WRONG_TYPE, "example", path, found, "string"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"id":1,"picture":"a.png"};         PICTURE;      picture; an absolute http or https URL of at most 2048 bytes
                    {"id":1,"email":"ada"};             EMAIL;        email;   an e-mail address of at most 254 characters, 64 before the @
                    {"id":1,"phone":"01632 960961"};    PHONE_NUMBER; phone;   a phone number: + and 1 to 15 digits
                    """)
    @DisplayName("M2, M8: so is a value that breaks its attribute's rule, and nothing is repaired")
    void invalidValue(String json, RootAttribute attribute, String path, String expected) {
        NormalizedProfile profile = profile(table(), userinfo(json));

        assertThat(profile.given(attribute).state()).isEqualTo(ClaimState.UNREADABLE);
        assertThat(profile.warnings())
                .containsExactly(new Warning(WarningCode.INVALID_VALUE, "example", path, "string", expected));
    }

    @Test
    @DisplayName("M8: an over-long value is unreadable, never truncated")
    void overLong() {
        NormalizedProfile exact = profile(table(), userinfo("{\"id\":1,\"name\":\"" + "a".repeat(300) + "\"}"));
        NormalizedProfile beyond = profile(table(), userinfo("{\"id\":1,\"name\":\"" + "a".repeat(301) + "\"}"));

        assertThat(exact.text(NAME)).contains("a".repeat(300));
        assertThat(exact.warnings()).isEmpty();
        assertThat(beyond.text(NAME)).isEmpty();
        assertThat(beyond.warnings())
                .containsExactly(
                        new Warning(WarningCode.INVALID_VALUE, "example", "name", "string", "at most 300 characters"));
    }

    @Test
    @DisplayName("M2: the raw value stays in profileData")
    void rawValueStays() {
        NormalizedProfile profile =
                profile(table(), userinfo("{\"id\":1,\"name\":{\"a\":[42]},\"email\":\"nonsense\"}"));

        assertThat(profile.profileData().toJson()).isEqualTo("{\"id\":1,\"name\":{\"a\":[42]},\"email\":\"nonsense\"}");
    }

    @Test
    @DisplayName("M2: one warning an attribute, of the first place that could not be read")
    void firstPlace() {
        NormalizedProfile profile =
                profile(table(), idToken("{\"id\":1,\"name\":1}").and(userinfo("{\"id\":1,\"name\":{}}")));

        assertThat(profile.warnings()).extracting(Warning::found).containsExactly("number");
    }

    @Test
    @DisplayName("M2: warnings come in the order of the attributes")
    void order() {
        NormalizedProfile profile =
                profile(table(), userinfo("{\"phone\":1,\"id\":1,\"email\":1,\"picture\":1,\"name\":1}"));

        assertThat(profile.warnings()).extracting(Warning::path).containsExactly("name", "picture", "email", "phone");
    }

    @Test
    @DisplayName("M2: no warning and no toString holds a value")
    void noValues() {
        NormalizedProfile profile = profile(
                table(),
                userinfo("{\"id\":\"s3cret\",\"name\":[\"s3cret\"],\"email\":\"s3cret\",\"email_verified\":\"s3cret\","
                        + "\"phone\":\"s3cret\",\"picture\":\"s3cret\\u0000\"}"));

        assertThat(profile.warnings())
                .hasSize(5)
                .noneMatch(warning -> warning.toString().contains("s3cret"));
        assertThat(profile.warnings())
                .noneMatch(warning -> warning.toJson().toJson().contains("s3cret"));
        assertThat(profile.toString()).doesNotContain("s3cret");
        assertThat(profile.given(PHONE_NUMBER).toString()).isEqualTo("Given[UNREADABLE]");
    }

    @Test
    @DisplayName("M2: a warning as JSON says code, path, found and expected")
    void asJson() {
        assertThat(profile(table(), userinfo("{\"id\":1,\"name\":42}"))
                        .warnings()
                        .get(0)
                        .toJson()
                        .toJson())
                .isEqualTo("{\"code\":\"wrong_type\",\"path\":\"name\",\"found\":\"number\",\"expected\":\"string\"}");
    }
}
