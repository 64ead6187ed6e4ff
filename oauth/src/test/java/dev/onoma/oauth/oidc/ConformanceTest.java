package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.CLIENT;
import static dev.onoma.oauth.oidc.TestIssuer.NAME;
import static dev.onoma.oauth.oidc.TestIssuer.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.User;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.EncodedForm;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The cases of the OpenID Foundation's plans for relying parties, each a whole login under the case's name, with its name
 * in the former suite in parentheses. Where a client of the code flow may skip the signature, this one does not.
 *
 * @see <a href="https://openid.net/certification/connect_rp_testing/">OpenID Foundation, Relying Party testing</a>
 * @see <a href="https://gitlab.com/openid/conformance-suite">The suite: {@code OIDCCClientBasicTestPlan}, {@code
 *     OIDCCClientConfigTestPlan} and {@code OIDCCClientTestPlan} name its cases</a>
 */
@DisplayName("OpenID Foundation, relying party")
class ConformanceTest {
    private final TestProvider provider = new TestProvider();
    private final TestIssuer issuer = provider.issuer;

    /** The id_token is refused, and the access token that came with it is not used. */
    private void assertIdTokenRefused() {
        assertThat(provider.relyingParty().denied()).isEqualTo(DenialCode.INVALID_ID_TOKEN);
        assertThat(provider.calls("/token")).hasSize(1);
        assertThat(provider.calls("/userinfo")).isEmpty();
    }

    private void assertAccepted() {
        assertThat(provider.relyingParty().accepted().primaryIdentity().subject())
                .isEqualTo(SUBJECT);
        assertThat(provider.calls("/userinfo")).hasSize(1);
    }

    private String unsigned(JsonObject claims) {
        return TestKey.base64Url("{\"alg\":\"none\"}") + "." + TestKey.base64Url(claims.toJson()) + ".";
    }

    private static String withAnotherSignature(String token) {
        return token.substring(0, token.length() - 8) + "AAAAAAAA";
    }

    @Nested
    @DisplayName("oidcc-client-basic-certification-test-plan")
    class Basic {
        @Test
        @DisplayName("oidcc-client-test (rp-response_type-code)")
        void good() {
            TestProvider.RelyingParty relyingParty = provider.relyingParty();
            Map<String, String> asked = TestProvider.parameters(relyingParty.start());

            assertThat(asked)
                    .containsEntry("response_type", "code")
                    .containsEntry("client_id", CLIENT)
                    .containsEntry("redirect_uri", TestProvider.CALLBACK.toString())
                    .containsEntry("scope", "openid profile email")
                    .containsKeys("state", "nonce");
            assertThat(relyingParty.accepted().primaryIdentity().subject()).isEqualTo(SUBJECT);
            HttpCall token = provider.calls("/token").get(0);
            assertThat(EncodedForm.parse(token.form().orElseThrow()).orElseThrow())
                    .containsEntry("grant_type", "authorization_code")
                    .containsEntry("code", "c")
                    .containsEntry("redirect_uri", TestProvider.CALLBACK.toString());
            assertThat(provider.calls("/userinfo")).hasSize(1);
        }

        @Test
        @DisplayName("oidcc-client-test-invalid-iss (rp-id_token-issuer-mismatch)")
        void invalidIss() {
            provider.claim("iss", NAME + "1");

            assertIdTokenRefused();
        }

        @Test
        @DisplayName("oidcc-client-test-missing-sub (rp-id_token-sub)")
        void missingSub() {
            provider.claims(all -> all.without("sub"));

            assertIdTokenRefused();
        }

        @Test
        @DisplayName("oidcc-client-test-invalid-aud (rp-id_token-aud)")
        void invalidAud() {
            provider.claim("aud", CLIENT + "1");

            assertIdTokenRefused();
        }

        @Test
        @DisplayName("oidcc-client-test-missing-iat (rp-id_token-iat)")
        void missingIat() {
            provider.claims(all -> all.without("iat"));

            assertIdTokenRefused();
        }

        @Test
        @DisplayName("oidcc-client-test-kid-absent-single-jwks (rp-id_token-kid-absent-single-jwks)")
        void kidAbsentSingleJwks() {
            provider.keys(issuer.key.jwk().without("kid"))
                    .signed(claims -> issuer.key.sign("{\"alg\":\"RS256\"}", claims.toJson()));

            assertAccepted();
        }

        @Test
        @DisplayName("oidcc-client-test-kid-absent-multiple-jwks (rp-id_token-kid-absent-multiple-jwks): all are tried")
        void kidAbsentMultipleJwks() {
            provider.keys(
                            TestKey.rsa("k2").jwk().without("kid"),
                            TestKey.ec("e1", JwsAlgorithm.ES256).jwk().without("kid"),
                            issuer.key.jwk().without("kid"))
                    .signed(claims -> issuer.key.sign("{\"alg\":\"RS256\"}", claims.toJson()));

            assertAccepted();
        }

        @Test
        @DisplayName("oidcc-client-test-idtoken-sig-rs256 (rp-id_token-sig-rs256)")
        void sigRs256() {
            provider.signed(claims -> issuer.key.sign("{\"alg\":\"RS256\",\"kid\":\"k1\"}", claims.toJson()));

            assertAccepted();
        }

        @Test
        @DisplayName(
                "oidcc-client-test-idtoken-sig-none (rp-id_token-sig-none): refused, although a client may accept it")
        void sigNone() {
            provider.signed(ConformanceTest.this::unsigned);

            assertIdTokenRefused();
        }

        @Test
        @DisplayName("oidcc-client-test-invalid-sig-rs256 (rp-id_token-bad-sig-rs256)")
        void invalidSigRs256() {
            provider.signed(claims -> withAnotherSignature(issuer.key.sign(claims)));

            assertIdTokenRefused();
        }

        @Test
        @DisplayName("oidcc-client-test-userinfo-invalid-sub (rp-userinfo-bad-sub-claim)")
        void userinfoInvalidSub() {
            provider.userinfo(HttpReply.json("{\"sub\":\"" + SUBJECT + "invalid\"}"));

            assertThat(provider.relyingParty().denied()).isEqualTo(DenialCode.INVALID_USERINFO);
        }

        @Test
        @DisplayName("oidcc-client-test-nonce-invalid (rp-nonce-invalid)")
        void nonceInvalid() {
            provider.claims(all -> all.with(
                    "nonce", JsonValue.from(all.get("nonce").orElseThrow().toJson() + "1")));

            assertIdTokenRefused();
        }

        @Test
        @DisplayName("oidcc-client-test-scope-userinfo-claims (rp-scope-userinfo-claims)")
        void scopeUserinfoClaims() {
            TestProvider.RelyingParty relyingParty = provider.relyingParty();

            assertThat(TestProvider.parameters(relyingParty.start()).get("scope"))
                    .contains("profile", "email");
            assertThat(relyingParty.accepted().primaryIdentity().profileData().get("name"))
                    .contains(JsonValue.from("Demo T. User"));
        }

        @Test
        @DisplayName("oidcc-client-test-client-secret-basic (rp-token_endpoint-client_secret_basic)")
        void clientSecretBasic() {
            provider.document("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));

            assertAccepted();
            HttpCall token = provider.calls("/token").get(0);
            assertThat(token.headers())
                    .containsEntry(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString((CLIENT + ":secret").getBytes(StandardCharsets.UTF_8)));
            assertThat(token.form().orElseThrow()).doesNotContain("client_secret");
        }
    }

    @Nested
    @DisplayName("oidcc-client-config-certification-test-plan")
    class Config {
        @Test
        @DisplayName("oidcc-client-test-discovery-openid-config (rp-discovery-openid-configuration)")
        void discoveryOpenidConfig() {
            StartedLogin started = provider.relyingParty().start();

            assertThat(provider.calls("/.well-known/openid-configuration")).hasSize(1);
            assertThat(started.redirectUri().toString()).startsWith(NAME + "/authorize?");
        }

        @Test
        @DisplayName("oidcc-client-test-discovery-jwks-uri-keys (rp-discovery-jwks_uri-keys)")
        void discoveryJwksUriKeys() {
            provider.document("jwks_uri", NAME + "/elsewhere/keys");

            assertAccepted();
            assertThat(provider.calls("/elsewhere/keys")).hasSize(1);
        }

        @Test
        @DisplayName("oidcc-client-test-discovery-issuer-mismatch (rp-discovery-issuer-not-matching-config)")
        void discoveryIssuerMismatch() {
            provider.document("issuer", NAME + "/INVALID");

            DeniedException denied = catchThrowableOfType(DeniedException.class, provider::relyingParty);

            assertThat(denied.denial().code()).isEqualTo(DenialCode.INVALID_DISCOVERY);
        }

        @Test
        @DisplayName("oidcc-client-test-idtoken-sig-none (rp-id_token-sig-none), which discovery lists: refused")
        void sigNone() {
            provider.document("id_token_signing_alg_values_supported", List.of("none", "RS256"))
                    .signed(ConformanceTest.this::unsigned);

            assertIdTokenRefused();
        }

        @Test
        @DisplayName("oidcc-client-test-signing-key-rotation-just-before-signing (rp-key-rotation-op-sign-key-native)")
        void signingKeyRotationJustBeforeSigning() {
            TestKey next = TestKey.rsa("k2");
            provider.beforeSigning(() -> provider.keys(next.jwk())).signed(next::sign);

            assertAccepted();
            assertThat(provider.calls("/jwks")).hasSize(2);
        }

        @Test
        @DisplayName("oidcc-client-test-signing-key-rotation (rp-key-rotation-op-sign-key)")
        void signingKeyRotation() {
            TestKey next = TestKey.rsa("k2");
            TestProvider.RelyingParty relyingParty = provider.relyingParty();

            assertThat(relyingParty.accepted().primaryIdentity().subject()).isEqualTo(SUBJECT);
            provider.keys(next.jwk(), issuer.key.jwk()).signed(next::sign);

            assertThat(relyingParty.accepted().primaryIdentity().subject()).isEqualTo(SUBJECT);
            assertThat(provider.calls("/jwks")).hasSize(2);
        }
    }

    /** Cases of the suite outside of the two certifications, as far as the code flow has them. */
    @Nested
    @DisplayName("oidcc-client-test-plan, what else there is for the code flow")
    class Further {
        @Test
        @DisplayName("oidcc-client-test-missing-aud (rp-id_token-aud)")
        void missingAud() {
            provider.claims(all -> all.without("aud"));

            assertIdTokenRefused();
        }

        /** The case {@code oidcc-client-test-userinfo-bearer-body} is the other way, for who does not take this one. */
        @Test
        @DisplayName("oidcc-client-test-userinfo-bearer-header (rp-userinfo-bearer-header)")
        void userinfoBearerHeader() {
            assertAccepted();

            HttpCall userinfo = provider.calls("/userinfo").get(0);
            assertThat(userinfo.headers()).containsEntry("Authorization", "Bearer access");
            assertThat(userinfo.form()).isEmpty();
            assertThat(userinfo.uri().getRawQuery()).isNull();
        }

        @Test
        @DisplayName(
                "oidcc-client-test-invalid-sig-hs256 (rp-id_token-bad-sig-hs256): refused, and with the secret as well")
        void invalidSigHs256() {
            provider.signed(claims -> hmac(claims, "another-secret-another-secret-32"));
            assertIdTokenRefused();
            provider.signed(claims -> hmac(claims, "secret" + "\0".repeat(26)));

            assertThat(provider.relyingParty().denied()).isEqualTo(DenialCode.INVALID_ID_TOKEN);
        }

        private String hmac(JsonObject claims, String secret) {
            try {
                JWSObject token = new JWSObject(
                        new JWSHeader(com.nimbusds.jose.JWSAlgorithm.HS256), new Payload(claims.toJson()));
                token.sign(new MACSigner(secret));
                return token.serialize();
            } catch (JOSEException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Test
        @DisplayName("oidcc-client-test-invalid-sig-es256 (rp-id_token-bad-sig-es256)")
        void invalidSigEs256() {
            TestKey key = TestKey.ec("e1", JwsAlgorithm.ES256);
            provider.keys(key.jwk()).signed(key::sign);
            TestProvider.RelyingParty relyingParty =
                    provider.relyingParty(rules -> rules.algorithms(JwsAlgorithm.ES256), client -> {});

            assertThat(relyingParty.accepted().primaryIdentity().subject()).isEqualTo(SUBJECT);
            provider.signed(claims -> withAnotherSignature(key.sign(claims)));

            assertThat(relyingParty.denied()).isEqualTo(DenialCode.INVALID_ID_TOKEN);
            assertThat(provider.calls("/userinfo")).hasSize(1);
        }

        @Test
        @DisplayName("oidcc-client-test-userinfo-signed (rp-userinfo-sig)")
        void userinfoSigned() {
            String signed = issuer.key.sign(issuer.claims().with("name", JsonValue.from("Signed")));
            provider.userinfo(new HttpReply(
                    200, Map.of("Content-Type", "application/jwt"), signed.getBytes(StandardCharsets.US_ASCII)));

            User user = provider.relyingParty(IdTokenVerifier.Builder::signedUserinfo, client -> {})
                    .accepted();

            assertThat(user.primaryIdentity().profileData().get("name")).contains(JsonValue.from("Signed"));
        }

        @Test
        @DisplayName("oidcc-client-test-aggregated-claims (rp-claims-aggregated): kept as they came, and not believed")
        void aggregatedClaims() {
            provider.userinfo(HttpReply.json("{\"sub\":\"" + SUBJECT + "\",\"_claim_names\":{\"email\":\"src1\"},"
                    + "\"_claim_sources\":{\"src1\":{\"JWT\":\""
                    + issuer.key.sign(JsonObject.builder()
                            .put("email", "aggregated@evil.example")
                            .build())
                    + "\"}}}"));

            User user = provider.relyingParty().accepted();

            assertThat(user.email()).contains("jane@example.com");
            assertThat(user.primaryIdentity().profileData().get("email")).contains(JsonValue.from("jane@example.com"));
        }

        @Test
        @DisplayName(
                "oidcc-client-test-distributed-claims (rp-claims-distributed): nothing is fetched that a claim names")
        void distributedClaims() {
            provider.userinfo(
                    HttpReply.json("{\"sub\":\"" + SUBJECT + "\",\"_claim_names\":{\"credit_score\":\"src1\"},"
                            + "\"_claim_sources\":{\"src1\":{\"endpoint\":\"" + NAME
                            + "/claims\",\"access_token\":\"other\"}}}"));

            assertAccepted();
            assertThat(provider.calls("/claims")).isEmpty();
        }

        @Test
        @DisplayName("oidcc-client-test-ignores-unparseable-key-in-jwks")
        void unparseableKey() {
            provider.keys(
                    JsonObject.from(Map.of("kty", "AKP", "alg", "ML-DSA-999", "kid", "a", "pub", "AAAA")),
                    JsonObject.from(Map.of("kty", "made-up", "kid", "b")),
                    issuer.key.jwk());

            assertAccepted();
        }

        @Test
        @DisplayName("oidcc-client-test-form-post-error (rp-response_mode-form_post-error)")
        void formPostError() {
            TestProvider.RelyingParty relyingParty = provider.relyingParty(
                    rules -> {},
                    client -> client.parameter("prompt", "none")
                            .parameter("max_age", "0")
                            .formPost());
            StartedLogin started = relyingParty.start();

            LoginAnswer answer = relyingParty.finish(
                    started, "error=login_required&error_description=Error+response+using+form_post");

            assertThat(TestProvider.parameters(started))
                    .containsEntry("response_mode", "form_post")
                    .containsEntry("prompt", "none");
            assertThat(((LoginAnswer.Denied) answer).denial().code()).isEqualTo(DenialCode.INTERACTION_REQUIRED);
            assertThat(provider.calls("/token")).isEmpty();
        }
    }
}
