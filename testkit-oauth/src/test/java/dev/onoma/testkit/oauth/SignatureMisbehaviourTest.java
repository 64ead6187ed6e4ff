package dev.onoma.testkit.oauth;

import static dev.onoma.testkit.oauth.RelyingParty.text;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestFactory;

@DisplayName("A misbehaving id_token, whose claims are good,")
class SignatureMisbehaviourTest {
    static final Map<Misbehaviour, Scene.Look> LOOKS = Map.ofEntries(
            entry(Misbehaviour.ALG_NONE, scene -> unsigned(scene, "none")),
            entry(Misbehaviour.ALG_NONE_IN_MIXED_CASE, scene -> unsigned(scene, "NoNe")),
            entry(Misbehaviour.HS256_WITH_PUBLIC_KEY, scene -> {
                SignedJWT token = SignedJWT.parse(scene.client().idToken());
                byte[] publicKey = published(scene).toRSAPublicKey().getEncoded();
                assertThat(token.verify(new MACVerifier(publicKey))).isTrue();
            }),
            entry(Misbehaviour.HS256_WITH_CLIENT_SECRET, scene -> {
                SignedJWT token = SignedJWT.parse(scene.client().idToken());
                byte[] secret = scene.issuer().clientSecret().getBytes(StandardCharsets.UTF_8);
                assertThat(token.verify(new MACVerifier(secret))).isTrue();
            }),
            entry(Misbehaviour.EMBEDDED_JWK, scene -> {
                SignedJWT token = SignedJWT.parse(scene.client().idToken());
                RSAKey embedded = token.getHeader().getJWK().toRSAKey();
                assertThat(token.getHeader().getKeyID()).isNull();
                assertThat(embedded.getModulus()).isNotEqualTo(published(scene).getModulus());
                assertThat(token.verify(new RSASSAVerifier(embedded))).isTrue();
            }),
            entry(Misbehaviour.KEY_URL, scene -> pointing(scene, "jku")),
            entry(Misbehaviour.CERTIFICATE_URL, scene -> pointing(scene, "x5u")),
            entry(Misbehaviour.FOREIGN_KEY, scene -> {
                String token = scene.client().idToken();
                assertThat(text(RelyingParty.header(token), "kid"))
                        .isEqualTo(published(scene).getKeyID());
                assertThat(FakeIssuerTest.verifies(scene.issuer(), token)).isFalse();
            }),
            entry(Misbehaviour.UNKNOWN_KID, scene -> {
                String token = scene.client().idToken();
                assertThat(text(RelyingParty.header(token), "kid")).isEqualTo("unknown");
                assertThat(signedByPublished(scene, token)).isTrue();
            }),
            entry(Misbehaviour.MISSING_KID, scene -> {
                String token = scene.client().idToken();
                assertThat(RelyingParty.header(token).has("kid")).isFalse();
                assertThat(signedByPublished(scene, token)).isTrue();
            }),
            entry(Misbehaviour.WEAK_KEY, scene -> {
                SignedJWT token = SignedJWT.parse(scene.client().idToken());
                RSAKey weak =
                        keys(scene).getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
                assertThat(weak.size()).isEqualTo(1024);
                assertThat(token.verify(new RSASSAVerifier(weak))).isTrue();
            }),
            entry(Misbehaviour.OTHER_ALGORITHM, scene -> {
                String token = scene.client().idToken();
                assertThat(text(RelyingParty.header(token), "alg")).isEqualTo("RS512");
                assertThat(signedByPublished(scene, token)).isTrue();
            }),
            entry(Misbehaviour.BROKEN_SIGNATURE, scene -> {
                String token = scene.client().idToken();
                assertThat(RelyingParty.bytes(token, 2)).hasSize(256);
                assertThat(FakeIssuerTest.verifies(scene.issuer(), token)).isFalse();
            }),
            entry(Misbehaviour.MISSING_SIGNATURE, scene -> {
                String token = scene.client().idToken();
                assertThat(token).endsWith(".");
                assertThat(text(RelyingParty.header(token), "alg")).isEqualTo("RS256");
            }),
            entry(Misbehaviour.ZERO_SIGNATURE, scene -> {
                String token = scene.client().idToken();
                var key = keys(scene)
                        .getKeyByKeyId(text(RelyingParty.header(token), "kid"))
                        .toECKey();
                assertThat(RelyingParty.bytes(token, 2)).containsOnly(0).hasSize(64);
                assertThat(SignedJWT.parse(token).verify(new ECDSAVerifier(key)))
                        .isFalse();
            }),
            entry(Misbehaviour.LENIENT_BASE64, scene -> {
                String token = scene.client().idToken();
                assertThat(token).endsWith("==").contains(" ");
                assertThat(FakeIssuerTest.verifies(scene.issuer(), token.replaceAll("[ =]", "")))
                        .isTrue();
            }),
            entry(Misbehaviour.CRITICAL_EXTENSION, scene -> {
                JsonObject header = header(scene);
                assertThat(header.get("crit")).contains(JsonValue.from(List.of("urn:example:unheard-of")));
                assertThat(header.has("urn:example:unheard-of")).isTrue();
            }),
            entry(
                    Misbehaviour.EMPTY_CRITICAL,
                    scene -> assertThat(header(scene).get("crit")).contains(JsonValue.from(List.of()))),
            entry(Misbehaviour.ACCESS_TOKEN_TYPE, scene -> {
                String token = scene.client().idToken();
                assertThat(text(RelyingParty.header(token), "typ")).isEqualTo("at+jwt");
                assertThat(FakeIssuerTest.verifies(scene.issuer(), token)).isTrue();
            }),
            entry(
                    Misbehaviour.DUPLICATE_HEADER_MEMBERS,
                    scene -> assertThat(headerText(scene)).contains("\"alg\":\"RS256\"", "\"alg\":\"again\"")),
            entry(
                    Misbehaviour.HEADER_OF_PAIRS,
                    scene -> assertThat(headerText(scene)).startsWith("[[\"alg\",\"RS256\"]")),
            entry(Misbehaviour.UNSIGNED_INSIDE_JWE, scene -> {
                String token = scene.client().idToken();
                assertThat(token.split("\\.", -1)).hasSize(5);
                assertThat(text(RelyingParty.header(token), "alg")).isEqualTo("RSA-OAEP-256");
            }),
            entry(Misbehaviour.ENORMOUS_ROUNDS, scene -> {
                String token = scene.client().idToken();
                assertThat(token.split("\\.", -1)).hasSize(5);
                assertThat(RelyingParty.header(token).get("p2c")).contains(JsonValue.from(2_000_000_000L));
            }));

    @TestFactory
    @DisplayName("is signed so")
    Stream<?> misbehaviours() {
        return Scene.tests(LOOKS);
    }

    private static void unsigned(Scene scene, String algorithm) {
        String token = scene.client().idToken();

        assertThat(token).endsWith(".");
        assertThat(text(RelyingParty.header(token), "alg")).isEqualTo(algorithm);
        assertThat(text(RelyingParty.claims(token), "sub")).isEqualTo("248289761001");
    }

    private static void pointing(Scene scene, String member) throws Exception {
        String token = scene.client().idToken();

        assertThat(text(RelyingParty.header(token), member))
                .isEqualTo(scene.issuer().uri(Endpoint.ELSEWHERE).toString());
        assertThat(FakeIssuerTest.verifies(scene.issuer(), token)).isFalse();
    }

    private static JsonObject header(Scene scene) {
        return RelyingParty.header(scene.client().idToken());
    }

    private static String headerText(Scene scene) {
        return RelyingParty.part(scene.client().idToken(), 0);
    }

    private static boolean signedByPublished(Scene scene, String token) throws Exception {
        return SignedJWT.parse(token).verify(new RSASSAVerifier(published(scene)));
    }

    private static RSAKey published(Scene scene) throws Exception {
        return keys(scene).getKeys().get(0).toRSAKey();
    }

    private static JWKSet keys(Scene scene) throws Exception {
        return JWKSet.parse(scene.client().get(Endpoint.JWKS, "").body());
    }
}
