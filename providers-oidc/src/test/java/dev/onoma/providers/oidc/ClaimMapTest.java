package dev.onoma.providers.oidc;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Normalization;
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
}
