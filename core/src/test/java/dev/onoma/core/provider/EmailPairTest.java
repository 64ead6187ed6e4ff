package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.provider.Mapped.claims;
import static dev.onoma.core.provider.Mapped.form;
import static dev.onoma.core.provider.Mapped.idToken;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.claims.Evidence;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailPairTest {
    private static Provider.Builder table() {
        return Provider.named("example")
                .subject("id")
                .email("email | mail", Flag.claim("email_verified | verified"))
                .phone("phone", Flag.claim("phone_verified"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"id":1,"email":"a@b","email_verified":true};                      TRUE
                    {"id":1,"email":"a@b","email_verified":"TRUE"};                    TRUE
                    {"id":1,"email":"a@b","email_verified":false};                     FALSE
                    {"id":1,"email":"a@b","email_verified":"False"};                   FALSE
                    {"id":1,"email":"a@b"};                                            UNSAID
                    {"id":1,"email":"a@b","email_verified":null};                      UNSAID
                    {"id":1,"email":"a@b","email_verified":" "};                       UNSAID
                    {"id":1,"email":"a@b","email_verified":"","verified":true};        TRUE
                    {"id":1,"email":"a@b","verified":true};                            TRUE
                    {"id":1,"email":"a@b","email_verified":null,"verified":true};      TRUE
                    {"id":1,"email":"a@b","email_verified":false,"verified":true};     FALSE
                    {"id":1,"email":"a@b","email_verified":true,"verified":false};     TRUE
                    {"id":1,"email":"a@b","email_verified":1,"verified":true};         TRUE
                    """)
    @DisplayName("M4: a flag is true, false or unsaid, at the first path that says so")
    void flags(String json, FlagState flag) {
        NormalizedProfile profile = profile(table(), userinfo(json));

        assertThat(profile.given(EMAIL)).isEqualTo(Given.pair("a@b", flag));
        assertThat(profile.isVerified(EMAIL)).contains(flag == FlagState.TRUE);
        assertThat(profile.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, number", "'\"yes\"', string", "{}, object", "[true], array"})
    @DisplayName("M2, M3: a flag that is no boolean counts as unsaid, with a warning")
    void unreadableFlag(String flag, String type) {
        NormalizedProfile profile = profile(
                table(), userinfo("{\"id\":1,\"email\":\"a@b\",\"email_verified\":" + flag + ",\"verified\":7}"));

        assertThat(profile.given(EMAIL)).isEqualTo(Given.pair("a@b", FlagState.UNSAID));
        assertThat(profile.isVerified(EMAIL)).contains(false);
        assertThat(profile.warnings())
                .containsExactly(new Warning(WarningCode.WRONG_TYPE, "example", "email_verified", type, "boolean"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"id":1,"email_verified":true};                        ABSENT
                    {"id":1,"email":null,"email_verified":true};           NULL
                    {"id":1,"email":"  ","email_verified":true};           ABSENT
                    {"id":1,"email":"","email_verified":true};             ABSENT
                    {"id":1,"email":42,"email_verified":true};             UNREADABLE
                    {"id":1,"email":"a@b@c","email_verified":true};        UNREADABLE
                    {"id":1,"email":"a\\u0000@b","email_verified":true};   UNREADABLE
                    {"id":1,"email":"a@b\\ud800","email_verified":true};   UNREADABLE
                    """)
    @DisplayName("M4: a flag without a readable address is no pair")
    void flagAlone(String json, ClaimState state) {
        NormalizedProfile profile = profile(table(), userinfo(json));

        assertThat(profile.given(EMAIL)).isEqualTo(Given.none(state));
        assertThat(profile.isVerified(EMAIL)).isEmpty();
    }

    @Test
    @DisplayName("M4: address and flag come from one source, the first with a readable address")
    void oneSource() {
        assertThat(profile(
                                table(),
                                idToken("{\"id\":1,\"email\":\"token@b\"}")
                                        .and(userinfo("{\"id\":1,\"email\":\"info@b\",\"email_verified\":true}")))
                        .given(EMAIL))
                .isEqualTo(Given.pair("token@b", FlagState.UNSAID));
        assertThat(profile(
                                table(),
                                idToken("{\"id\":1,\"email\":42,\"email_verified\":true}")
                                        .and(userinfo("{\"id\":1,\"email\":\"info@b\",\"email_verified\":false}")))
                        .given(EMAIL))
                .isEqualTo(Given.pair("info@b", FlagState.FALSE));
    }

    @Test
    @DisplayName("M4: a later path of the first source comes before the first path of a later source")
    void sourceBeforePath() {
        NormalizedProfile profile = profile(
                table(),
                idToken("{\"id\":1,\"mail\":\"token@b\",\"email_verified\":false}")
                        .and(userinfo("{\"id\":1,\"email\":\"info@b\",\"email_verified\":true}")));

        assertThat(profile.given(EMAIL)).isEqualTo(Given.pair("token@b", FlagState.FALSE));
        assertThat(profile.warnings()).isEmpty();
    }

    @Test
    @DisplayName("M4: each candidate address has a flag of its own")
    void flagOfTheCandidate() {
        Provider.Builder table = Provider.named("example")
                .subject("id")
                .email("email", Flag.claim("email_verified"))
                .email("backup", Flag.unsaid());

        assertThat(profile(table, userinfo("{\"id\":1,\"backup\":\"a@b\",\"email_verified\":true}"))
                        .given(EMAIL))
                .isEqualTo(Given.pair("a@b", FlagState.UNSAID));
        assertThat(profile(table, userinfo("{\"id\":1,\"backup\":\"a@b\",\"email\":\"c@d\",\"email_verified\":true}"))
                        .given(EMAIL))
                .isEqualTo(Given.pair("c@d", FlagState.TRUE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"id":1,"email":"a@b","good":["a@b"]};                TRUE
                    {"id":1,"email":"a@b","good":["c@d"]};                UNSAID
                    {"id":1,"email":"a@b","good":[],"bad":["a@b"]};       FALSE
                    {"id":1,"email":"a@b","good":["a@b"],"bad":["a@b"]};  TRUE
                    {"id":1,"email":"a@b","good":null,"bad":["a@b"]};     FALSE
                    {"id":1,"email":"a@b"};                               UNSAID
                    """)
    @DisplayName("M4: a flag that is no boolean claim is what its converter makes of the claim and the address")
    void convertedFlag(String json, FlagState flag) {
        FlagConverter listed = (value, address) -> !value.toJson().contains("\"" + address + "\"")
                ? FlagState.UNSAID
                : json.contains("\"good\":" + value.toJson()) ? FlagState.TRUE : FlagState.FALSE;

        NormalizedProfile profile = profile(
                Provider.named("example").subject("id").email("email", Flag.claim("good | bad", listed)),
                userinfo(json));

        assertThat(profile.given(EMAIL)).isEqualTo(Given.pair("a@b", flag));
        assertThat(profile.warnings()).isEmpty();
    }

    @Test
    @DisplayName("M4: the phone pair likewise: one source, and its own flag")
    void phone() {
        NormalizedProfile profile = profile(
                table(),
                idToken("{\"id\":1,\"phone\":\"+1\",\"phone_verified\":\"true\"}")
                        .and(userinfo("{\"id\":1,\"phone\":\"+2\",\"phone_verified\":false,\"email\":\"a@b\"}")));

        assertThat(profile.given(PHONE_NUMBER)).isEqualTo(Given.pair("+1", FlagState.TRUE));
        assertThat(profile.isVerified(PHONE_NUMBER)).contains(true);
        assertThat(profile.given(EMAIL)).isEqualTo(Given.pair("a@b", FlagState.UNSAID));
    }

    @Test
    @DisplayName("M4: a text attribute is not verified")
    void noPair() {
        NormalizedProfile profile = profile(
                table().attribute(NAME, "name"), userinfo("{\"id\":1,\"name\":\"Ada\",\"email_verified\":true}"));

        assertThat(profile.isVerified(NAME)).isEmpty();
        assertThat(profile.text(NAME)).contains("Ada");
    }

    @Test
    @DisplayName("an unsigned form gives names, and neither an address nor a flag")
    void unsignedForm() {
        NormalizedProfile profile = profile(
                table().attribute(NAME, "name"),
                userinfo("{\"id\":1}").and(form("{\"name\":\"Ada\",\"email\":\"a@b\",\"email_verified\":true}")));

        assertThat(profile.text(NAME)).contains("Ada");
        assertThat(profile.given(EMAIL)).isEqualTo(Given.none(ClaimState.ABSENT));
    }

    @ParameterizedTest
    @CsvSource({"true, always", "true, from_claim", "null, always", "false, from_claim"})
    @DisplayName("what a person typed when signing up verifies nothing, whatever the trust")
    void signup(String flag, String trust) {
        NormalizedProfile profile = profile(
                table(),
                claims("{\"id\":1,\"email\":\"a@b\",\"email_verified\":" + flag + "}", Evidence.SIGNUP),
                Mapped.settings(trust.equals("always") ? EmailTrust.always() : EmailTrust.fromClaim()));

        assertThat(profile.given(EMAIL)).isEqualTo(Given.pair("a@b", FlagState.UNSAID));
        assertThat(profile.warnings()).isEmpty();
    }
}
