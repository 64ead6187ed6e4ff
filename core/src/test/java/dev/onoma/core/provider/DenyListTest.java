package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.provider.Mapped.denying;
import static dev.onoma.core.provider.Mapped.idToken;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.Derivation;
import dev.onoma.core.claims.ClaimState;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DenyListTest {
    private static final String CLAIMS =
            "{\"id\":1,\"given_name\":\"Ada\",\"family_name\":\"Lovelace\",\"email\":\"al@b\","
                    + "\"email_verified\":true,\"picture\":{\"url\":\"https://a/b\"},\"birthdate\":\"1815-12-10\"}";

    private static Provider.Builder table() {
        return Provider.named("example")
                .subject("id")
                .attribute(GIVEN_NAME, "given_name")
                .attribute(FAMILY_NAME, "family_name")
                .attribute(PICTURE, "avatar | picture.url")
                .email("email", Flag.claim("email_verified"));
    }

    private static NormalizedProfile denied(String... claims) {
        return profile(table(), userinfo(CLAIMS), denying(claims));
    }

    @Test
    @DisplayName("M9: a denied claim is not stored, neither at the root nor in profileData")
    void notStored() {
        NormalizedProfile profile = denied("family_name", "birthdate");

        assertThat(profile.text(FAMILY_NAME)).isEmpty();
        assertThat(profile.profileData().names())
                .containsExactly("id", "given_name", "email", "email_verified", "picture");
        assertThat(profile.text(GIVEN_NAME)).contains("Ada");
    }

    @Test
    @DisplayName("M9: a denied claim feeds no derived value")
    void notDerivedFrom() {
        assertThat(denied("family_name").derived()).isEqualTo(Map.of(NAME, "Ada", NICKNAME, "al"));
        assertThat(denied("given_name", "email").derived()).isEqualTo(Map.of(NAME, "1", NICKNAME, "1"));
    }

    @Test
    @DisplayName("M9: the subject stays usable when its claim is denied")
    void subject() {
        NormalizedProfile profile = denied("id");

        assertThat(profile.subject()).isEqualTo("1");
        assertThat(profile.profileData().has("id")).isFalse();
    }

    @Test
    @DisplayName("M9: a denied claim is one that we did not look at, not one that the provider left out")
    void notConsulted() {
        assertThat(denied("email").given(EMAIL)).isEqualTo(Given.none(ClaimState.NOT_CONSULTED));
        assertThat(denied("avatar").given(PICTURE)).isEqualTo(Given.text("https://a/b"));
        assertThat(denied("avatar", "picture").given(PICTURE)).isEqualTo(Given.none(ClaimState.NOT_CONSULTED));
        assertThat(profile(table(), userinfo("{\"id\":1}"), denying("avatar")).given(PICTURE))
                .isEqualTo(Given.none(ClaimState.NOT_CONSULTED));
        assertThat(profile(table(), userinfo("{\"id\":1}"), denying("avatar")).given(GIVEN_NAME))
                .isEqualTo(Given.none(ClaimState.ABSENT));
    }

    @Test
    @DisplayName("M9: a denied flag says nothing")
    void flag() {
        assertThat(denied("email_verified").given(EMAIL)).isEqualTo(Given.pair("al@b", FlagState.UNSAID));
    }

    @Test
    @DisplayName("M4, M9: trusting always fills in what is unsaid, not what we chose not to look at")
    void deniedFlagUnderTrust() {
        MappingSettings trusting =
                new MappingSettings("example", EmailTrust.always(), Set.of("email_verified"), Derivation.STANDARD);

        assertThat(profile(table(), userinfo("{\"id\":1,\"email\":\"a@b\",\"email_verified\":false}"), trusting)
                        .given(EMAIL))
                .isEqualTo(Given.pair("a@b", FlagState.UNSAID));
    }

    @Test
    @DisplayName("M9: claims are denied as the provider spells them, at the top level, in every source")
    void spelling() {
        NormalizedProfile profile = profile(
                table(),
                idToken("{\"id\":1,\"phone\":\"1\",\"Phone\":\"2\",\"more\":{\"phone\":\"3\"}}")
                        .and(userinfo("{\"id\":1,\"phone\":\"4\"}")),
                denying("phone"));

        assertThat(profile.profileData().toJson()).isEqualTo("{\"id\":1,\"Phone\":\"2\",\"more\":{\"phone\":\"3\"}}");
    }

    @Test
    @DisplayName("M9: a NUL character in its name takes no claim past the list")
    void unsafeName() {
        NormalizedProfile profile =
                profile(table(), userinfo("{\"id\":1,\"given_name\\u0000\":\"Ada\"}"), denying("given_name"));

        assertThat(profile.text(GIVEN_NAME)).isEmpty();
        assertThat(profile.profileData().toJson()).isEqualTo("{\"id\":1}");
    }
}
