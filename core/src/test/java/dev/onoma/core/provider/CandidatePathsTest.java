package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.provider.Mapped.idToken;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidatePathsTest {
    private static Provider.Builder named() {
        return Provider.named("example").subject("id").attribute(NAME, "name | login");
    }

    /** A picture as Facebook sends it: an object or a text, and a flag that says that it shows nobody. */
    private static Provider.Builder pictured() {
        return Provider.named("example")
                .subject("id")
                .attribute(PICTURE, "picture.data.url")
                .attribute(PICTURE, "picture", Converter.text().orAbsentWhenObject())
                .absentWhen(PICTURE, "picture.data.is_silhouette | is_default");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"id":1,"name":"Ada","login":"ada"};   Ada
                    {"id":1,"login":"ada","name":"Ada"};   Ada
                    {"id":1,"login":"ada"};                ada
                    {"id":1,"name":null,"login":"ada"};    ada
                    {"id":1,"name":" ","login":"ada"};     ada
                    {"id":1,"name":42,"login":"ada"};      ada
                    {"id":1,"name":{},"login":"ada"};      ada
                    """)
    @DisplayName(
            "M10: absent, null, blank and unreadable fall through to the next path, without a warning if it gives a value")
    void fallThrough(String json, String name) {
        NormalizedProfile profile = profile(named(), userinfo(json));

        assertThat(profile.given(NAME)).isEqualTo(Given.text(name));
        assertThat(profile.warnings()).isEmpty();
    }

    @Test
    @DisplayName("M10: path by path, and in each path source by source")
    void pathBeforeSource() {
        Claims claims = idToken("{\"id\":1,\"login\":\"token-login\"}")
                .and(userinfo("{\"id\":1,\"name\":\"Userinfo Name\",\"login\":\"userinfo-login\"}"));

        assertThat(profile(named(), claims).text(NAME)).contains("Userinfo Name");
        assertThat(profile(
                                named(),
                                idToken("{\"id\":1,\"login\":\"token\"}")
                                        .and(userinfo("{\"id\":1,\"login\":\"info\"}")))
                        .text(NAME))
                .contains("token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"id":1};                        ABSENT
                    {"id":1,"name":" "};             ABSENT
                    {"id":1,"name":null};            NULL
                    {"id":1,"login":null};           NULL
                    {"id":1,"name":null,"login":""}; NULL
                    {"id":1,"name":42,"login":null}; UNREADABLE
                    {"id":1,"name":null,"login":42}; UNREADABLE
                    """)
    @DisplayName("M10: where no path gives a value, unreadable says more than null, and null more than absent")
    void nothingFound(String json, ClaimState state) {
        assertThat(profile(named(), userinfo(json)).given(NAME)).isEqualTo(Given.none(state));
    }

    @Test
    @DisplayName("absent is said only when every source that could hold the claim was consulted")
    void notConsulted() {
        assertThat(profile(named(), idToken("{\"id\":1}")).given(NAME)).isEqualTo(Given.none(ClaimState.NOT_CONSULTED));
        assertThat(profile(named(), idToken("{\"id\":1}").and(userinfo("{\"id\":1}")))
                        .given(NAME))
                .isEqualTo(Given.none(ClaimState.ABSENT));
        assertThat(profile(named(), userinfo("{\"id\":1}").notConsulted(Evidence.UNSIGNED_FORM))
                        .given(NAME))
                .isEqualTo(Given.none(ClaimState.NOT_CONSULTED));
        assertThat(profile(named(), idToken("{\"id\":1,\"name\":null}")).given(NAME))
                .isEqualTo(Given.none(ClaimState.NULL));
    }

    @Test
    @DisplayName("what the table does not map was never asked for")
    void notMapped() {
        NormalizedProfile profile = profile(named(), userinfo("{\"id\":1,\"picture\":\"https://example.org/p\"}"));

        assertThat(profile.given(PICTURE)).isEqualTo(Given.none(ClaimState.NOT_CONSULTED));
        assertThat(profile.isMapped(PICTURE)).isFalse();
        assertThat(profile.isMapped(NAME)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"id":1,"picture":{"data":{"url":"https://a/b","is_silhouette":false}}}; https://a/b
                    {"id":1,"picture":{"data":{"url":"https://a/b"}}};                       https://a/b
                    {"id":1,"picture":"https://a/b"};                                        https://a/b
                    {"id":1,"picture":{"data":{"url":"https://a/b","is_silhouette":"no"}}};  https://a/b
                    """)
    @DisplayName("M10: a path may lead inside what another path takes whole")
    void inside(String json, String url) {
        assertThat(profile(pictured(), userinfo(json)).given(PICTURE)).isEqualTo(Given.text(url));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"id":1,"picture":{"data":{"url":"https://a/b","is_silhouette":true}}}
                    {"id":1,"picture":{"data":{"url":"https://a/b","is_silhouette":"TRUE"}}}
                    {"id":1,"picture":"https://a/b","is_default":true}
                    """)
    @DisplayName("M10: a flag may say that the value is none: absent, and no other path is tried")
    void silhouette(String json) {
        NormalizedProfile profile = profile(pictured(), userinfo(json));

        assertThat(profile.given(PICTURE)).isEqualTo(Given.none(ClaimState.ABSENT));
        assertThat(profile.warnings()).isEmpty();
    }

    @Test
    @DisplayName("M10: a flag of any source counts")
    void silhouetteOfAnotherSource() {
        Claims claims =
                idToken("{\"id\":1,\"picture\":\"https://a/b\"}").and(userinfo("{\"id\":1,\"is_default\":true}"));

        assertThat(profile(pictured(), claims).given(PICTURE)).isEqualTo(Given.none(ClaimState.ABSENT));
    }

    @Test
    @DisplayName("M10: an object that no path leads into is nothing, and no warning")
    void emptyPicture() {
        NormalizedProfile profile = profile(pictured(), userinfo("{\"id\":1,\"picture\":{}}"));

        assertThat(profile.given(PICTURE)).isEqualTo(Given.none(ClaimState.ABSENT));
        assertThat(profile.warnings()).isEmpty();
    }

    @Test
    @DisplayName("M10: a converter may make a text, pass to the next path, or say absent, stop")
    void converters() {
        Provider.Builder table = Provider.named("example")
                .subject("id")
                .attribute(
                        NAME,
                        "name",
                        value -> value.equals(new JsonString("-"))
                                ? Conversion.absent()
                                : value.equals(new JsonString("none"))
                                        ? Conversion.absentStop()
                                        : Conversion.text("<" + ((JsonString) value).value() + ">"))
                .attribute(NAME, "login");

        assertThat(profile(table, userinfo("{\"id\":1,\"name\":\"Ada\",\"login\":\"ada\"}"))
                        .text(NAME))
                .contains("<Ada>");
        assertThat(profile(table, userinfo("{\"id\":1,\"name\":\"-\",\"login\":\"ada\"}"))
                        .text(NAME))
                .contains("ada");
        assertThat(profile(table, userinfo("{\"id\":1,\"name\":\"none\",\"login\":\"ada\"}"))
                        .given(NAME))
                .isEqualTo(Given.none(ClaimState.ABSENT));
        assertThat(profile(table, userinfo("{\"id\":1,\"name\":null,\"login\":\"ada\"}"))
                        .text(NAME))
                .contains("ada");
    }

    @Test
    @DisplayName("M10: a converter's word that an address is absent stops the search in every source")
    void stopOfAPair() {
        Provider.Builder table = Provider.named("example")
                .subject("id")
                .email("email", value -> Conversion.absentStop(), Flag.claim("email_verified"));
        Claims claims = idToken("{\"id\":1,\"email\":\"a@b\"}").and(userinfo("{\"id\":1,\"email\":\"a@b\"}"));

        assertThat(profile(table, claims).given(dev.onoma.core.attribute.RootAttribute.EMAIL))
                .isEqualTo(Given.none(ClaimState.ABSENT));
    }
}
