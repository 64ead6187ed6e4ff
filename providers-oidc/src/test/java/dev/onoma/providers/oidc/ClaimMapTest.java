package dev.onoma.providers.oidc;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.Provider;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A claim map")
class ClaimMapTest {
    private static Normalization profile(Map<String, String> map, String json) {
        return OidcIssuer.of("https://idp.example.com")
                .claims(ClaimMap.of(map))
                .connection("sso")
                .build()
                .normalize(Claims.of((JsonObject) JsonValue.parse(json), Evidence.USERINFO_RESPONSE));
    }

    @Test
    @DisplayName("tries its paths in order, down into objects and lists")
    void fallback() {
        Map<String, String> map =
                Map.of("name", "display | names[0].full", "picture", "['https://x/photo'] | photo.url");

        assertThat(profile(map, "{\"sub\":\"1\",\"names\":[{\"full\":\"Jane\"}],\"photo\":{\"url\":\"https://x/p\"}}"))
                .isProfile()
                .hasText(NAME, "Jane")
                .hasText(PICTURE, "https://x/p");
        assertThat(profile(map, "{\"sub\":\"1\",\"display\":\"J.\",\"names\":[{\"full\":\"Jane\"}]}"))
                .isProfile()
                .hasText(NAME, "J.");
    }

    @Test
    @DisplayName("leaves what it does not name as the standard has it")
    void standard() {
        assertThat(profile(Map.of("name", "display"), "{\"sub\":\"1\",\"email\":\"a@example.com\",\"name\":\"no\"}"))
                .isProfile()
                .hasText(EMAIL, "a@example.com")
                .derives(NAME, "a@example.com");
    }

    @Test
    @DisplayName("finds the flag of an address by its own name")
    void flag() {
        Map<String, String> map = Map.of("email", "mail", "email_verified", "mail_ok");

        assertThat(profile(map, "{\"sub\":\"1\",\"mail\":\"a@example.com\",\"mail_ok\":true}"))
                .isProfile()
                .hasVerifiedEmail("a@example.com");
        assertThat(profile(map, "{\"sub\":\"1\",\"mail\":\"a@example.com\",\"email_verified\":true}"))
                .isProfile()
                .hasUnverifiedEmail("a@example.com");
    }

    @ParameterizedTest(name = "cannot write {0}")
    @ValueSource(
            strings = {
                "user_id",
                "sub",
                "username",
                "identities",
                "app_metadata",
                "user_metadata",
                "blocked",
                "roles",
                "created_at",
                "logins_count",
                "last_ip",
                "__proto__",
                "constructor"
            })
    void reserved(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimMap.of(Map.of(name, "email")))
                .withMessage("claim map: \"" + name + "\" is reserved, no claim can be mapped to it");
    }

    @ParameterizedTest(name = "knows no attribute \"{0}\"")
    @ValueSource(strings = {"Name", "", "department", "phone_number_verified", "email "})
    void unknown(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimMap.of(Map.of(name, "email")))
                .withMessage("claim map: \"" + name + "\" is no root attribute");
    }

    @Test
    @DisplayName("is refused with a path that is none, when it is made")
    void wrongPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimMap.of(Map.of("name", "a..b")))
                .withMessageContaining("rule for name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimMap.of(Map.of("email_verified", "[")))
                .withMessageContaining("rule for email_verified");
        assertThatIllegalArgumentException().isThrownBy(() -> ClaimMap.of(Map.of("picture", " ")));
    }

    @Test
    @DisplayName("may hold nothing but what it names: an address without a flag is unverified, whatever is claimed")
    void only() {
        Provider provider = ClaimMap.only(Map.of("name", "display", "email", "mail"))
                .applyTo(Provider.named("acme").subject("id"))
                .build();

        Normalization profile = Connection.of("acme", provider)
                .build()
                .normalize(Claims.of(
                        (JsonObject) JsonValue.parse("{\"id\":\"1\",\"name\":\"no\",\"display\":\"Ana\","
                                + "\"mail\":\"a@example.com\",\"email_verified\":true,\"picture\":\"https://x/p\"}"),
                        Evidence.USERINFO_RESPONSE));

        assertThat(profile)
                .isProfile()
                .hasText(NAME, "Ana")
                .hasUnverifiedEmail("a@example.com")
                .hasNo(PICTURE);
    }

    @Test
    @DisplayName("says which names can be mapped to, and which are reserved: none is both")
    void names() {
        assertThat(ClaimMap.names())
                .contains("name", "email", "email_verified", "phone_verified")
                .doesNotContain("username", "phone_number_verified")
                .noneMatch(ClaimMap::isReserved);
        assertThat(ClaimMap.isReserved("user_id")).isTrue();
        assertThat(ClaimMap.isReserved("department")).isFalse();
    }
}
