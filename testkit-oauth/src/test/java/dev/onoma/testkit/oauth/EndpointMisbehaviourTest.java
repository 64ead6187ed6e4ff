package dev.onoma.testkit.oauth;

import static dev.onoma.testkit.oauth.RelyingParty.text;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestFactory;

@DisplayName("A misbehaving endpoint")
class EndpointMisbehaviourTest {
    static final Map<Misbehaviour, Scene.Look> TOKENS = Map.of(
            Misbehaviour.MISSING_ID_TOKEN,
            scene -> assertThat(scene.client().tokens().has("id_token")).isFalse(),
            Misbehaviour.NUMERIC_ID_TOKEN,
            scene -> assertThat(scene.client().tokens().get("id_token")).contains(JsonValue.from(1)),
            Misbehaviour.GARBLED_ID_TOKEN,
            scene -> assertThat(scene.client().idToken()).isEqualTo("not.a.token"),
            Misbehaviour.MISSING_ACCESS_TOKEN,
            scene -> assertThat(scene.client().tokens().has("access_token")).isFalse(),
            Misbehaviour.WRONG_TOKEN_TYPE,
            scene -> assertThat(text(scene.client().tokens(), "token_type")).isEqualTo("mac"),
            Misbehaviour.ENORMOUS_EXPIRES_IN,
            scene -> assertThat(scene.client().tokens().get("expires_in")).contains(JsonValue.from(99_999_999_999L)),
            Misbehaviour.REPLAYED_ID_TOKEN,
            scene -> assertThat(scene.client().idToken())
                    .isEqualTo(scene.client().idToken()),
            Misbehaviour.ERROR_WITH_STATUS_200,
            scene -> {
                HttpResponse<String> response =
                        scene.client().redeem(scene.client().code());
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
            },
            Misbehaviour.REUSABLE_CODES,
            scene -> {
                String code = scene.client().code();
                scene.client().redeem(code);
                assertThat(scene.client().redeem(code).statusCode()).isEqualTo(200);
            });

    static final Map<Misbehaviour, Scene.Look> KEYS = Map.of(
            Misbehaviour.MALFORMED_NEIGHBOUR_KEY,
            scene -> {
                assertThat(keys(scene)).hasSize(2);
                assertThat(keys(scene).get(0).has("n")).isFalse();
            },
            Misbehaviour.FOREIGN_NEIGHBOUR_KEY,
            scene -> assertThat(text(keys(scene).get(0), "kty")).isEqualTo("LATTICE"),
            Misbehaviour.WEAK_NEIGHBOUR_KEY,
            scene -> {
                assertThat(set(scene).getKeys().get(0).size()).isEqualTo(1024);
                assertThat(FakeIssuerTest.verifies(
                                scene.issuer(), scene.client().idToken()))
                        .isTrue();
            },
            Misbehaviour.DUPLICATE_KID,
            scene -> {
                assertThat(keys(scene)).hasSize(2);
                assertThat(text(keys(scene).get(0), "kid"))
                        .isEqualTo(text(keys(scene).get(1), "kid"));
                assertThat(text(keys(scene).get(0), "n"))
                        .isNotEqualTo(text(keys(scene).get(1), "n"));
            },
            Misbehaviour.KEY_FOR_ENCRYPTION,
            scene -> assertThat(text(keys(scene).get(0), "use")).isEqualTo("enc"),
            Misbehaviour.MANY_KEYS,
            scene -> assertThat(keys(scene)).hasSize(61),
            Misbehaviour.NO_KEYS,
            scene -> assertThat(keys(scene)).isEmpty(),
            Misbehaviour.OTHER_KEYS,
            scene -> {
                assertThat(keys(scene)).hasSize(1);
                assertThat(FakeIssuerTest.verifies(
                                scene.issuer(), scene.client().idToken()))
                        .isFalse();
            });

    static final Map<Misbehaviour, Scene.Look> USERINFO = Map.of(
            Misbehaviour.OTHER_SUBJECT_IN_USERINFO,
            scene -> assertThat(userinfo(scene).get("sub")).contains(JsonValue.from("another-person")),
            Misbehaviour.MISSING_SUBJECT_IN_USERINFO,
            scene -> assertThat(userinfo(scene).names()).containsExactly("email", "hd"),
            Misbehaviour.NUMERIC_SUBJECT_IN_USERINFO,
            scene -> assertThat(userinfo(scene).get("sub")).contains(JsonValue.from(248_289_761_001L)),
            Misbehaviour.SIGNED_USERINFO,
            scene -> {
                String token = userinfoToken(scene);
                assertThat(FakeIssuerTest.verifies(scene.issuer(), token)).isTrue();
                assertThat(text(RelyingParty.claims(token), "aud")).isEqualTo("onoma-client");
            },
            Misbehaviour.SIGNED_USERINFO_BY_STRANGER,
            scene -> assertThat(FakeIssuerTest.verifies(scene.issuer(), userinfoToken(scene)))
                    .isFalse(),
            Misbehaviour.SIGNED_USERINFO_FOR_OTHERS,
            scene -> {
                String token = userinfoToken(scene);
                assertThat(FakeIssuerTest.verifies(scene.issuer(), token)).isTrue();
                assertThat(text(RelyingParty.claims(token), "aud")).isEqualTo("others");
            },
            Misbehaviour.UNSIGNED_USERINFO_TOKEN,
            scene -> assertThat(text(RelyingParty.header(userinfoToken(scene)), "alg"))
                    .isEqualTo("none"));

    static final Map<Misbehaviour, Scene.Look> DISCOVERY = Map.ofEntries(
            entry(
                    Misbehaviour.OTHER_ISSUER_IN_DISCOVERY,
                    scene -> assertThat(text(discovery(scene), "issuer")).isEqualTo("https://issuer.invalid")),
            entry(
                    Misbehaviour.MISSING_ISSUER_IN_DISCOVERY,
                    scene -> assertThat(discovery(scene).has("issuer")).isFalse()),
            entry(
                    Misbehaviour.MISSING_TOKEN_ENDPOINT,
                    scene -> assertThat(discovery(scene).has("token_endpoint")).isFalse()),
            entry(
                    Misbehaviour.MISSING_JWKS_URI,
                    scene -> assertThat(discovery(scene).has("jwks_uri")).isFalse()),
            entry(
                    Misbehaviour.RELATIVE_TOKEN_ENDPOINT,
                    scene ->
                            assertThat(text(discovery(scene), "token_endpoint")).isEqualTo("/token")),
            entry(
                    Misbehaviour.NONE_OFFERED,
                    scene -> assertThat(discovery(scene).get("id_token_signing_alg_values_supported"))
                            .contains(JsonValue.from(List.of("none", "HS256", "RS256")))),
            entry(
                    Misbehaviour.PLAIN_PKCE_OFFERED,
                    scene -> assertThat(discovery(scene).get("code_challenge_methods_supported"))
                            .contains(JsonValue.from(List.of("plain")))));

    @TestFactory
    @DisplayName("gives out such tokens")
    Stream<?> tokens() {
        return Scene.tests(TOKENS);
    }

    @TestFactory
    @DisplayName("publishes such keys")
    Stream<?> publishedKeys() {
        return Scene.tests(KEYS);
    }

    @TestFactory
    @DisplayName("says such things of a person")
    Stream<?> userinfo() {
        return Scene.tests(USERINFO);
    }

    @TestFactory
    @DisplayName("describes its issuer so")
    Stream<?> discovery() {
        return Scene.tests(DISCOVERY);
    }

    private static JsonObject userinfo(Scene scene) {
        return RelyingParty.object(scene.client().userinfo().body());
    }

    private static String userinfoToken(Scene scene) {
        HttpResponse<String> response = scene.client().userinfo();
        assertThat(response.headers().firstValue("Content-Type")).contains("application/jwt");
        return response.body();
    }

    private static JsonObject discovery(Scene scene) {
        return scene.client().getJson(Endpoint.DISCOVERY);
    }

    private static List<JsonObject> keys(Scene scene) {
        JsonArray keys =
                (JsonArray) scene.client().getJson(Endpoint.JWKS).get("keys").orElseThrow();
        return keys.elements().stream().map(JsonObject.class::cast).toList();
    }

    private static JWKSet set(Scene scene) throws Exception {
        return JWKSet.parse(scene.client().get(Endpoint.JWKS, "").body());
    }
}
