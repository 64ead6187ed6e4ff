package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.provider.Mapped.idToken;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafeClaimsTest {
    private static Provider.Builder table() {
        return Provider.named("example")
                .subject("id")
                .attribute(NAME, "name")
                .email("email", Flag.claim("email_verified"));
    }

    private static Warning removed(String path) {
        return new Warning(
                WarningCode.REMOVED_CHARACTERS, "example", path, "NUL or lone surrogate", "text without them");
    }

    @Test
    @DisplayName("M8: NUL and lone surrogates are removed from text, with a warning, at the root and in profileData")
    void removed() {
        NormalizedProfile profile = profile(
                table(),
                userinfo(
                        "{\"id\":1,\"name\":\"A\\u0000d\\ud800a\",\"tags\":[\"x\\udc00\"],\"k\\u0000\":1,\"l\\udc00\":2}"));

        assertThat(profile.text(NAME)).contains("Ada");
        assertThat(profile.profileData().toJson())
                .isEqualTo("{\"id\":1,\"name\":\"Ada\",\"tags\":[\"x\"],\"k\":1,\"l\":2}");
        assertThat(profile.warnings()).containsExactly(removed("name"), removed("tags[0]"), removed("k"), removed("l"));
    }

    @Test
    @DisplayName("M8: claims that came as Java objects are cleaned as well")
    void javaObjects() {
        NormalizedProfile profile =
                profile(table(), Claims.of(Map.of("id", 1, "name", "Ada\ud800"), Evidence.VERIFIED_ID_TOKEN));

        assertThat(profile.text(NAME)).contains("Ada");
        assertThat(profile.warnings()).containsExactly(removed("name"));
    }

    @Test
    @DisplayName("M8: every source is cleaned")
    void everySource() {
        NormalizedProfile profile =
                profile(table(), idToken("{\"id\":1,\"a\":\"\\u0000\"}").and(userinfo("{\"id\":1,\"b\":\"\\u0000\"}")));

        assertThat(profile.profileData().toJson()).isEqualTo("{\"id\":1,\"a\":\"\",\"b\":\"\"}");
        assertThat(profile.warnings()).containsExactly(removed("a"), removed("b"));
    }

    @Test
    @DisplayName("M8: a text of nothing else is blank, and so absent")
    void nothingElse() {
        assertThat(profile(table(), userinfo("{\"id\":1,\"name\":\"\\u0000\\ud800\"}"))
                        .given(NAME))
                .isEqualTo(Given.none(ClaimState.ABSENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada\\u0000@example.org",
                "\\u0000ada@example.org",
                "ada@example.org\\u0000",
                "ada\\ud800@example.org"
            })
    @DisplayName("M8: an e-mail address that holds one is unreadable, and not the address that is left")
    void addresses(String address) {
        NormalizedProfile profile =
                profile(table(), userinfo("{\"id\":1,\"email\":\"" + address + "\",\"email_verified\":true}"));

        assertThat(profile.given(EMAIL)).isEqualTo(Given.none(ClaimState.UNREADABLE));
        assertThat(profile.warnings())
                .extracting(Warning::code)
                .containsExactly(WarningCode.REMOVED_CHARACTERS, WarningCode.INVALID_VALUE);
        assertThat(profile.profileData().get("email").orElseThrow().toJson()).isEqualTo("\"ada@example.org\"");
    }

    @Test
    @DisplayName("M8: an unsafe address gives way to a readable one of a later source")
    void laterSource() {
        NormalizedProfile profile = profile(
                table(),
                idToken("{\"id\":1,\"email\":\"eve\\u0000@b\",\"email_verified\":true}")
                        .and(userinfo("{\"id\":1,\"email\":\"ada@b\"}")));

        assertThat(profile.given(EMAIL)).isEqualTo(Given.pair("ada@b", FlagState.UNSAID));
    }

    @Test
    @DisplayName("M8: a claim whose name holds one is not the address that its name resembles")
    void names() {
        NormalizedProfile profile = profile(table(), userinfo("{\"id\":1,\"email\\u0000\":\"eve@example.org\"}"));

        assertThat(profile.given(EMAIL)).isEqualTo(Given.none(ClaimState.ABSENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"id":1,"email":"a@b","email_verified\\u0000":true};                           UNSAID
                    {"id":1,"email":"a@b","email_verified\\u0000":true,"email_verified":false};    FALSE
                    {"id":1,"email":"a@b","email_verified":"tru\\u0000e"};                         UNSAID
                    """)
    @DisplayName("M4, M8: nor is it the flag that it resembles: an address is verified by what was received")
    void flags(String json, FlagState flag) {
        assertThat(profile(table(), userinfo(json)).given(EMAIL)).isEqualTo(Given.pair("a@b", flag));
    }

    @Test
    @DisplayName("an escape that is safe is no warning")
    void safeEscapes() {
        NormalizedProfile profile = profile(table(), userinfo("{\"id\":1,\"name\":\"\\u00c9ve \\ud83d\\ude00 \\n\"}"));

        assertThat(profile.text(NAME)).contains("\u00c9ve \ud83d\ude00 \n");
        assertThat(profile.warnings()).isEmpty();
    }
}
