package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.Limits;
import dev.onoma.core.attribute.Derivation;
import dev.onoma.core.attribute.RootAttribute;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DerivedValuesTest {
    private static Provider.Builder table() {
        return Provider.named("example")
                .subject("id")
                .attribute(NAME, "name")
                .attribute(NICKNAME, "nickname")
                .attribute(GIVEN_NAME, "given_name")
                .attribute(FAMILY_NAME, "family_name")
                .attribute(PICTURE, "picture")
                .email("email", Flag.unsaid());
    }

    private static Map<RootAttribute, String> derived(String json) {
        return profile(table(), userinfo(json)).derived();
    }

    @Test
    @DisplayName("M6: what the login gives is not derived")
    void given() {
        assertThat(derived("{\"id\":1,\"name\":\"Ada\",\"nickname\":\"ada\"}")).isEmpty();
    }

    @Test
    @DisplayName("M6: name and nickname are derived from given values, and else from the subject")
    void ladders() {
        assertThat(derived("{\"id\":1,\"given_name\":\"Ada\",\"family_name\":\"Lovelace\",\"email\":\"al@b\"}"))
                .isEqualTo(Map.of(NAME, "Ada Lovelace", NICKNAME, "al"));
        assertThat(derived("{\"id\":4711}")).isEqualTo(Map.of(NAME, "4711", NICKNAME, "4711"));
    }

    @Test
    @DisplayName("M6: no derived value is computed from another: the name does not come from a derived nickname")
    void notFromOneAnother() {
        assertThat(derived("{\"id\":1,\"email\":\"ada@example.org\"}"))
                .isEqualTo(Map.of(NAME, "ada@example.org", NICKNAME, "ada"));
    }

    @Test
    @DisplayName("M6: an unreadable value gives way to a derived one, and derives nothing itself")
    void unreadable() {
        assertThat(derived("{\"id\":1,\"name\":42,\"email\":\"no address\",\"given_name\":\"Ada\"}"))
                .isEqualTo(Map.of(NAME, "Ada", NICKNAME, "Ada"));
    }

    @Test
    @DisplayName("M6: no picture is derived unless the connection asks for Gravatar")
    void gravatar() {
        MappingSettings asked = new MappingSettings(
                "example", EmailTrust.fromClaim(), Set.of(), new Derivation(true, true, Limits.STANDARD));
        String json = "{\"id\":1,\"name\":\"a\",\"nickname\":\"a\",\"email\":\"a@b\"}";

        assertThat(derived(json)).isEmpty();
        assertThat(profile(table(), userinfo(json), asked).derived()).containsOnlyKeys(PICTURE);
        assertThat(profile(table(), userinfo("{\"id\":1,\"picture\":\"https://a/b\",\"email\":\"a@b\"}"), asked)
                        .derived())
                .doesNotContainKey(PICTURE);
    }

    @Test
    @DisplayName("the derived values cannot be changed")
    void unmodifiable() {
        Map<RootAttribute, String> derived = derived("{\"id\":1}");

        assertThatThrownBy(() -> derived.put(PICTURE, "x")).isInstanceOf(UnsupportedOperationException.class);
    }
}
