package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.Derivation;
import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.json.JsonValue;
import java.util.HashSet;
import java.util.Set;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedProfileTest {
    private static final String CLAIMS =
            "{\"id\":\"4711\",\"first\":\"Ada\",\"picture\":7,\"email\":\"ada@example.org\","
                    + "\"email_verified\":true,\"phone\":\"+441632960961\"}";

    private static Provider.Builder table() {
        return Provider.named("example-idp")
                .subject("id")
                .attribute(NAME, "name")
                .attribute(GIVEN_NAME, "first")
                .attribute(PICTURE, "picture")
                .email("email", Flag.claim("email_verified"))
                .phone("phone", Flag.unsaid());
    }

    @Test
    @DisplayName("says who the person is, through which connection and provider")
    void parts() {
        NormalizedProfile profile = profile(table(), userinfo(CLAIMS));

        assertThat(profile.connection()).isEqualTo("example");
        assertThat(profile.provider().name()).isEqualTo("example-idp");
        assertThat(profile.subject()).isEqualTo("4711");
        assertThat(profile.orElseThrow()).isSameAs(profile);
        assertThatThrownBy(() -> profile.warnings().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @DisplayName(
            "as JSON: given and derived root attributes, raw claims and warnings; an unsaid flag is printed as false")
    void asJson() {
        assertThat(profile(table(), userinfo(CLAIMS)).toJson()).isEqualTo(JsonValue.parse("""
                        {
                          "connection": "example",
                          "provider": "example-idp",
                          "subject": "4711",
                          "root": {
                            "name": "Ada",
                            "given_name": "Ada",
                            "nickname": "ada",
                            "email": "ada@example.org",
                            "email_verified": true,
                            "phone_number": "+441632960961",
                            "phone_verified": false
                          },
                          "derived": ["name", "nickname"],
                          "profileData": %s,
                          "warnings": [
                            { "code": "wrong_type", "path": "picture", "found": "number", "expected": "string" }
                          ]
                        }
                        """.formatted(CLAIMS)));
    }

    @Test
    @DisplayName("prints its JSON in the order of the attributes")
    void order() {
        assertThat(profile(table(), userinfo(CLAIMS)).toJson().toJson())
                .startsWith("{\"connection\":\"example\",\"provider\":\"example-idp\",\"subject\":\"4711\",\"root\":"
                        + "{\"name\":\"Ada\",\"given_name\":\"Ada\",\"nickname\":\"ada\",\"email\":");
    }

    @Test
    @DisplayName("M2: toString says which attributes are given, and no value")
    void printing() {
        assertThat(profile(table(), userinfo(CLAIMS)))
                .hasToString(
                        "NormalizedProfile[connection=example, given=[given_name, email, phone_number], warnings=1]");
    }

    @Test
    @DisplayName("the same claims give the same profile")
    void pure() {
        assertThat(profile(table(), userinfo(CLAIMS)).toJson())
                .isEqualTo(profile(table(), userinfo(CLAIMS)).toJson());
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_TYPE, wrong_type",
        "INVALID_VALUE, invalid_value",
        "REMOVED_CHARACTERS, removed_characters",
        "NOT_MOVED, not_moved"
    })
    @DisplayName("the codes of warnings are stable")
    void codes(WarningCode code, String text) {
        assertThat(code.code()).isEqualTo(text);
    }

    @Test
    @DisplayName("M2: what a login gives does not print its content")
    void given() {
        assertThat(Given.pair("ada@example.org", FlagState.TRUE)).hasToString("Given[VALUE]");
        assertThat(Given.text("Ada").hasValue()).isTrue();
        for (ClaimState state : ClaimState.values()) {
            if (state != ClaimState.VALUE) {
                assertThat(Given.none(state).state()).isEqualTo(state);
                assertThat(Given.none(state).hasValue()).isFalse();
            }
        }
    }

    @Test
    @DisplayName("a connection's settings keep a copy of the deny list")
    void settings() {
        Set<String> deny = new HashSet<>(Set.of("a"));
        MappingSettings settings =
                new MappingSettings("example", EmailTrust.fromClaim(), deny, Mapped.SETTINGS.derivation());

        deny.add("b");

        assertThat(settings.deny()).containsExactly("a");
    }

    @Test
    @DisplayName("a warning names all its parts")
    void warnings() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Warning(null, "c", "p", "f", "e"))
                .withMessage("code");
        EqualsVerifier.forClass(Warning.class).verify();
        EqualsVerifier.forClass(Given.class).verify();
        EqualsVerifier.forClass(RefusedClaims.class)
                .withPrefabValues(
                        Refusal.class,
                        new Refusal(RefusalCode.INVALID_CLAIMS, "a"),
                        new Refusal(RefusalCode.INVALID_CLAIMS, "b"))
                .verify();
        EqualsVerifier.forClass(MappingSettings.class)
                .withPrefabValues(Derivation.class, Derivation.STANDARD, new Derivation(true, true, Limits.STANDARD))
                .verify();
    }
}
