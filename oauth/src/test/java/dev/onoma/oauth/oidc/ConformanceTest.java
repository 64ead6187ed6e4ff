package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.CLIENT;
import static dev.onoma.oauth.oidc.TestIssuer.NONCE;
import static dev.onoma.oauth.oidc.TestIssuer.SUBJECT;
import static dev.onoma.oauth.oidc.TestIssuer.expected;
import static dev.onoma.oauth.oidc.TestIssuer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.client.ClaimsRequest;
import dev.onoma.oauth.client.ProviderTokens;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The cases of the OpenID Foundation's plans for relying parties, basic and config, that concern the id_token, userinfo,
 * discovery and keys, each under its name. Where a client of the code flow may skip the signature, this one does not.
 *
 * @see <a href="https://openid.net/certification/connect_rp_testing/">OpenID Foundation, Relying Party testing</a>
 */
@DisplayName("OpenID Foundation, relying party")
class ConformanceTest {
    private final TestIssuer issuer = new TestIssuer();

    private TokenProblem problem(String token) {
        return issuer.refusal(token).problem();
    }

    private static HttpReply reply(JsonObject document) {
        return HttpReply.json(document.toJson());
    }

    @Nested
    @DisplayName("basic")
    class Basic {
        @Test
        @DisplayName("oidcc-client-test (rp-id_token-sig-rs256)")
        void good() {
            assertThat(issuer.verify(issuer.token()).subject()).isEqualTo(SUBJECT);
        }

        @Test
        @DisplayName("oidcc-client-test-nonce-invalid (rp-nonce-invalid)")
        void nonceInvalid() {
            assertThat(problem(issuer.tokenWith("nonce", "wrong"))).isEqualTo(TokenProblem.NONCE_MISMATCH);
        }

        @Test
        @DisplayName("oidcc-client-test-scope-userinfo-claims (rp-scope-userinfo-claims)")
        void scopeUserinfoClaims() {
            OidcClaims source = OidcClaims.idTokenAndUserinfo(
                    issuer.verifier().build(), URI.create("https://issuer.example.com/userinfo"));
            ClaimsRequest request = new ClaimsRequest(
                    ProviderTokens.of("access").idToken(issuer.token()).build(),
                    NONCE,
                    call -> HttpReply.json(
                            "{\"sub\":\"" + SUBJECT + "\",\"name\":\"Demo T. User\",\"phone_number\":\"+15550000\"}"));

            assertThat(source.claims(request).claim("name").value()).contains(JsonValue.from("Demo T. User"));
            assertThat(source.claims(request).claim("email").value()).contains(JsonValue.from("jane@example.com"));
        }

        @Test
        @DisplayName("oidcc-client-test-invalid-iss (rp-id_token-issuer-mismatch)")
        void invalidIss() {
            assertThat(problem(issuer.tokenWith("iss", TestIssuer.NAME + "1"))).isEqualTo(TokenProblem.WRONG_ISSUER);
        }

        @Test
        @DisplayName("oidcc-client-test-missing-sub (rp-id_token-sub)")
        void missingSub() {
            assertThat(problem(issuer.tokenWithout("sub"))).isEqualTo(TokenProblem.MISSING_CLAIM);
        }

        @Test
        @DisplayName("oidcc-client-test-invalid-aud (rp-id_token-aud)")
        void invalidAud() {
            assertThat(problem(issuer.tokenWith("aud", CLIENT + "1"))).isEqualTo(TokenProblem.WRONG_AUDIENCE);
        }

        @Test
        @DisplayName("oidcc-client-test-missing-aud")
        void missingAud() {
            assertThat(problem(issuer.tokenWithout("aud"))).isEqualTo(TokenProblem.MISSING_CLAIM);
        }

        @Test
        @DisplayName("oidcc-client-test-missing-iat (rp-id_token-iat)")
        void missingIat() {
            assertThat(problem(issuer.tokenWithout("iat"))).isEqualTo(TokenProblem.MISSING_CLAIM);
        }

        @Test
        @DisplayName("oidcc-client-test-kid-absent-single-jwks (rp-id_token-kid-absent-single-jwks)")
        void kidAbsentSingleJwks() {
            String token =
                    issuer.key.sign("{\"alg\":\"RS256\"}", issuer.claims().toJson());

            assertThat(issuer.verify(token).subject()).isEqualTo(SUBJECT);
        }

        @Test
        @DisplayName("oidcc-client-test-kid-absent-multiple-jwks (rp-id_token-kid-absent-multiple-jwks): all are tried")
        void kidAbsentMultipleJwks() {
            IdTokenVerifier verifier = issuer.verifier(
                            TestKey.rsa("k2").jwk(),
                            TestKey.ec("e1", JwsAlgorithm.ES256).jwk(),
                            issuer.key.jwk())
                    .build();
            String token =
                    issuer.key.sign("{\"alg\":\"RS256\"}", issuer.claims().toJson());
            String foreign = TestKey.rsa("k3")
                    .sign("{\"alg\":\"RS256\"}", issuer.claims().toJson());

            assertThat(verifier.verify(token, expected()).subject()).isEqualTo(SUBJECT);
            assertThat(refusal(verifier, foreign, expected()).problem()).isEqualTo(TokenProblem.INVALID_SIGNATURE);
        }

        @Test
        @DisplayName(
                "oidcc-client-test-idtoken-sig-none (rp-id_token-sig-none): refused, although a client may accept it")
        void sigNone() {
            String payload = TestKey.base64Url(issuer.claims().toJson());

            assertThat(problem(TestKey.base64Url("{\"alg\":\"none\"}") + "." + payload + "."))
                    .isEqualTo(TokenProblem.ALGORITHM_NOT_ALLOWED);
        }

        @Test
        @DisplayName("oidcc-client-test-invalid-sig-rs256 (rp-id_token-bad-sig-rs256)")
        void invalidSigRs256() {
            String token = issuer.token();

            assertThat(problem(token.substring(0, token.length() - 4) + "AAAA"))
                    .isEqualTo(TokenProblem.INVALID_SIGNATURE);
        }

        @Test
        @DisplayName("oidcc-client-test-invalid-sig-es256 (rp-id_token-bad-sig-es256)")
        void invalidSigEs256() {
            TestKey key = TestKey.ec("e1", JwsAlgorithm.ES256);
            IdTokenVerifier verifier =
                    issuer.verifier(key.jwk()).algorithms(JwsAlgorithm.ES256).build();
            String token = key.sign(issuer.claims());

            assertThat(verifier.verify(token, expected()).subject()).isEqualTo(SUBJECT);
            assertThat(refusal(verifier, token.substring(0, token.length() - 4) + "AAAA", expected())
                            .problem())
                    .isEqualTo(TokenProblem.INVALID_SIGNATURE);
        }

        @Test
        @DisplayName("oidcc-client-test-userinfo-invalid-sub (rp-userinfo-bad-sub-claim)")
        void userinfoInvalidSub() {
            VerifiedIdToken idToken = issuer.verify(issuer.token());

            DeniedException denied = catchThrowableOfType(
                    DeniedException.class,
                    () -> issuer.verifier()
                            .build()
                            .userinfo(HttpReply.json("{\"sub\":\"" + SUBJECT + "invalid\"}"), idToken));

            assertThat(denied.denial().code()).isEqualTo(DenialCode.INVALID_USERINFO);
        }

        @Test
        @DisplayName("oidcc-client-test-userinfo-bearer-header (rp-userinfo-bearer-header)")
        void userinfoBearerHeader() {
            AtomicReference<String> authorization = new AtomicReference<>();
            OidcClaims source = OidcClaims.idTokenAndUserinfo(
                    issuer.verifier().build(), URI.create("https://issuer.example.com/userinfo"));

            source.claims(new ClaimsRequest(
                    ProviderTokens.of("access").idToken(issuer.token()).build(), NONCE, call -> {
                        authorization.set(call.headers().get("Authorization"));
                        return HttpReply.json("{\"sub\":\"" + SUBJECT + "\"}");
                    }));

            assertThat(authorization).hasValue("Bearer access");
        }

        @Test
        @DisplayName("oidcc-client-test-userinfo-signed (rp-userinfo-sig)")
        void userinfoSigned() {
            String token = issuer.key.sign(issuer.claims());
            HttpReply signed = new HttpReply(
                    200, Map.of("Content-Type", "application/jwt"), token.getBytes(StandardCharsets.US_ASCII));

            assertThat(issuer.verifier()
                            .build()
                            .userinfo(signed, issuer.verify(issuer.token()))
                            .refusal())
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("config")
    class Config {
        @Test
        @DisplayName("oidcc-client-test-discovery-openid-config (rp-discovery-openid-configuration)")
        void discoveryOpenidConfig() {
            ProviderMetadata metadata =
                    ProviderMetadata.discover(TestIssuer.NAME, call -> reply(DiscoveryTest.document()));

            assertThat(metadata.issuer()).isEqualTo(TestIssuer.NAME);
            assertThat(metadata.endpoints().token()).hasToString(TestIssuer.NAME + "/token");
        }

        @Test
        @DisplayName("oidcc-client-test-discovery-issuer-mismatch (rp-discovery-issuer-not-matching-config)")
        void discoveryIssuerMismatch() {
            JsonObject document = DiscoveryTest.document().with("issuer", JsonValue.from(TestIssuer.NAME + "/INVALID"));

            DeniedException denied = catchThrowableOfType(
                    DeniedException.class, () -> ProviderMetadata.discover(TestIssuer.NAME, call -> reply(document)));

            assertThat(denied.denial().code()).isEqualTo(DenialCode.INVALID_DISCOVERY);
        }

        @Test
        @DisplayName("oidcc-client-test-discovery-jwks-uri-keys (rp-discovery-jwks_uri-keys)")
        void discoveryJwksUriKeys() {
            ProviderMetadata metadata =
                    ProviderMetadata.discover(TestIssuer.NAME, call -> reply(DiscoveryTest.document()));
            JwksSource keys = source(metadata.jwksUri(), new AtomicReference<>(List.of(issuer.key)));

            assertThat(issuer.verifier(keys)
                            .build()
                            .verify(issuer.token(), expected())
                            .subject())
                    .isEqualTo(SUBJECT);
        }

        @Test
        @DisplayName("oidcc-client-test-signing-key-rotation (rp-key-rotation-op-sign-key)")
        void signingKeyRotation() {
            AtomicReference<List<TestKey>> published = new AtomicReference<>(List.of(issuer.key));
            IdTokenVerifier verifier = issuer.verifier(source(URI.create(TestIssuer.NAME + "/jwks"), published))
                    .build();
            TestKey next = TestKey.rsa("k2");

            assertThat(verifier.verify(issuer.token(), expected()).subject()).isEqualTo(SUBJECT);
            published.set(List.of(next, issuer.key));

            assertThat(verifier.verify(next.sign(issuer.claims()), expected()).subject())
                    .isEqualTo(SUBJECT);
        }

        @Test
        @DisplayName("oidcc-client-test-signing-key-rotation-just-before-signing (rp-key-rotation-op-sign-key-native)")
        void signingKeyRotationJustBeforeSigning() {
            AtomicReference<List<TestKey>> published = new AtomicReference<>(List.of(issuer.key));
            IdTokenVerifier verifier = issuer.verifier(source(URI.create(TestIssuer.NAME + "/jwks"), published))
                    .build();
            TestKey next = TestKey.rsa("k2");

            verifier.verify(issuer.token(), expected());
            published.set(List.of(next));

            assertThat(verifier.verify(next.sign(issuer.claims()), expected()).subject())
                    .isEqualTo(SUBJECT);
            assertThat(refusal(verifier, issuer.token(), expected()).problem()).isEqualTo(TokenProblem.UNKNOWN_KEY);
        }

        @Test
        @DisplayName("oidcc-client-test-idtoken-sig-none, with discovery that lists none")
        void sigNone() {
            JsonObject document = DiscoveryTest.document()
                    .with("id_token_signing_alg_values_supported", JsonValue.from(List.of("none", "RS256")));
            ProviderMetadata metadata = ProviderMetadata.discover(TestIssuer.NAME, call -> reply(document));
            JwksSource keys = source(metadata.jwksUri(), new AtomicReference<>(List.of(issuer.key)));
            String token = TestKey.base64Url("{\"alg\":\"none\"}") + "."
                    + TestKey.base64Url(issuer.claims().toJson()) + ".AAAA";

            assertThat(refusal(issuer.verifier(keys).build(), token, expected()).problem())
                    .isEqualTo(TokenProblem.ALGORITHM_NOT_ALLOWED);
        }

        private JwksSource source(URI address, AtomicReference<List<TestKey>> published) {
            return JwksSource.of(address, call -> {
                        assertThat(call.uri()).isEqualTo(URI.create(TestIssuer.NAME + "/jwks"));
                        JsonObject[] keys =
                                published.get().stream().map(TestKey::jwk).toArray(JsonObject[]::new);
                        return new HttpReply(200, Map.of(), TestKey.set(keys));
                    })
                    .clock(issuer.clock)
                    .build();
        }
    }
}
