package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.provider.Mapped.form;
import static dev.onoma.core.provider.Mapped.idToken;
import static dev.onoma.core.provider.Mapped.limited;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.refusal;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileDataTest {
    private static Provider.Builder table() {
        return Provider.named("example").subject("id").attribute(NAME, "name");
    }

    private static String profileData(Provider.Builder table, Claims claims) {
        return profile(table, claims).profileData().toJson();
    }

    @Test
    @DisplayName("M11: profileData is the claims of all sources merged flat, the first source winning")
    void merged() {
        Claims claims = userinfo("{\"id\":1,\"locale\":\"en\",\"address\":{\"city\":\"London\"}}")
                .and(userinfo("{\"id\":1,\"locale\":\"de\",\"address\":{\"street\":\"x\"},\"zoneinfo\":\"UTC\"}"))
                .and(form("{\"id\":2,\"name\":\"Ada\",\"zoneinfo\":\"CET\"}"));

        assertThat(profileData(table(), claims))
                .isEqualTo("{\"id\":1,\"locale\":\"en\",\"address\":{\"city\":\"London\"},\"zoneinfo\":\"UTC\","
                        + "\"name\":\"Ada\"}");
    }

    @Test
    @DisplayName("M4 M11: claims that alone would verify more than the login did are not vouched for")
    void vouchedFor() {
        Provider.Builder table =
                table().email("email", Flag.claim("verified.email")).phone("phone", Flag.claim("sms"));
        String json = "{\"id\":1,\"email\":\"a@b\",\"verified\":{\"email\":true}}";
        String other = "{\"id\":1,\"email\":\"c@d\"}";

        assertThat(profile(table, userinfo(json)).isVouchedFor()).isTrue();
        assertThat(profile(table, userinfo(json).and(userinfo(other))).isVouchedFor())
                .isTrue();
        assertThat(profile(table, userinfo(other).and(userinfo(json))).isVouchedFor())
                .isFalse();
        assertThat(profile(table, userinfo("{\"id\":1}").and(form(json))).isVouchedFor())
                .isFalse();
        assertThat(profile(table, Mapped.claims(json, Evidence.SIGNUP)).isVouchedFor())
                .isFalse();
    }

    @Test
    @DisplayName("M11: null of the first source wins as well")
    void nullWins() {
        assertThat(profileData(table(), userinfo("{\"id\":1,\"a\":null}").and(userinfo("{\"id\":1,\"a\":2}"))))
                .isEqualTo("{\"id\":1,\"a\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id",
                "identities",
                "app_metadata",
                "user_metadata",
                "blocked",
                "roles",
                "__proto__",
                "email_verified",
                "phone_verified",
                "created_at",
                "logins_count",
                "constructor"
            })
    @DisplayName("M7: a claim named like our own fields is raw data, and writes nothing")
    void ownFields(String field) {
        String json = "{\"id\":1,\"" + field + "\":{\"admin\":true}}";

        NormalizedProfile profile = profile(table(), userinfo(json));

        assertThat(profile.profileData().toJson()).isEqualTo(json);
        assertThat(RootAttribute.ALL)
                .allMatch(attribute -> profile.text(attribute).isEmpty());
        assertThat(profile.toJson().get("root").orElseThrow().toJson())
                .isEqualTo("{\"name\":\"1\",\"nickname\":\"1\"}");
        assertThat(profile.warnings()).isEmpty();
    }

    @Test
    @DisplayName("M7: a claim named like a root attribute is one only where the table says so")
    void attributeNames() {
        NormalizedProfile profile = profile(table(), userinfo("{\"id\":1,\"email\":\"a@b\",\"username\":\"root\"}"));

        assertThat(profile.text(RootAttribute.EMAIL)).isEmpty();
        assertThat(profile.text(RootAttribute.USERNAME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"iat", "exp", "nbf", "auth_time", "nonce", "at_hash", "c_hash", "jti", "sid", "iss", "aud", "azp"
            })
    @DisplayName("M9: claims of the OpenID Connect protocol are no profile data, in whatever source")
    void protocolClaims(String name) {
        Claims claims = idToken("{\"id\":1,\"" + name + "\":2}").and(userinfo("{\"id\":1,\"" + name + "\":3,\"x\":4}"));

        assertThat(profileData(table().openIdConnect(), claims)).isEqualTo("{\"id\":1,\"x\":4}");
        assertThat(profileData(table(), claims)).isEqualTo("{\"id\":1,\"" + name + "\":2,\"x\":4}");
    }

    @Test
    @DisplayName("M9: only at the top level, and only in their own spelling")
    void protocolClaimsElsewhere() {
        String json = "{\"id\":1,\"device\":{\"exp\":1},\"EXP\":2,\"sub\":\"1\"}";

        assertThat(profileData(table().openIdConnect(), userinfo(json))).isEqualTo(json);
    }

    @Test
    @DisplayName("M9: a table may still map a protocol claim")
    void mappedProtocolClaim() {
        NormalizedProfile profile = profile(
                Provider.named("example").openIdConnect().subject("id").attribute(NAME, "azp"),
                userinfo("{\"id\":1,\"azp\":\"client\"}"));

        assertThat(profile.text(NAME)).contains("client");
        assertThat(profile.profileData().toJson()).isEqualTo("{\"id\":1}");
    }

    @Test
    @DisplayName("M8: claims of exactly 64 KiB are stored, one byte more is refused")
    void storedClaims() {
        String exact = "{\"id\":1,\"x\":\"" + "a".repeat(65_536 - 15) + "\"}";

        assertThat(exact).hasSize(65_536);
        assertThat(profileData(table(), userinfo(exact))).isEqualTo(exact);
        assertThat(refusal(table(), userinfo(exact.replace("\"x\"", "\"xx\""))))
                .isEqualTo(new Refusal(
                        RefusalCode.CLAIMS_TOO_LARGE, "the claims to be stored are longer than 65536 bytes"));
    }

    @Test
    @DisplayName("M8: what counts is what would be stored: compact, merged, in bytes of UTF-8, without what is denied")
    void storedClaimsAreMeasured() {
        MappingSettings narrow = limited(Limits.STANDARD.with(Limit.STORED_CLAIMS_BYTES, 20));

        assertThat(profile(table(), userinfo("{ \"id\" : 1, \"x\" :    \"12345\" }"), narrow)
                        .profileData()
                        .toJson())
                .hasSize(20);
        assertThat(profile(table(), userinfo("{\"id\":1,\"x\":\"12345\"}").and(userinfo("{\"id\":1}")), narrow)
                        .profileData()
                        .size())
                .isEqualTo(2);
        assertThat(refusal(table(), userinfo("{\"id\":1,\"x\":\"1234\u00e9\"}"), narrow)
                        .code())
                .isEqualTo(RefusalCode.CLAIMS_TOO_LARGE);
        assertThat(refusal(table(), userinfo("{\"id\":1,\"x\":1}").and(userinfo("{\"id\":1,\"y\":12}")), narrow)
                        .code())
                .isEqualTo(RefusalCode.CLAIMS_TOO_LARGE);
    }
}
