package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.CLIENT;
import static dev.onoma.oauth.oidc.TestIssuer.NOW;
import static dev.onoma.oauth.oidc.TestIssuer.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.HttpReply;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Userinfo")
class UserinfoTest {
    private final TestIssuer issuer = new TestIssuer();
    private final IdTokenVerifier verifier = issuer.verifier().build();
    private final VerifiedIdToken idToken = issuer.verify(issuer.token());

    private static JsonObject claims() {
        return JsonObject.builder()
                .put("sub", SUBJECT)
                .put("name", "Jane Doe")
                .put("email", "jane@example.com")
                .build();
    }

    private static HttpReply signed(String token) {
        return new HttpReply(
                200, Map.of("Content-Type", "application/jwt; charset=utf-8"), token.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject signedClaims() {
        return claims().with("iss", JsonValue.from(TestIssuer.NAME)).with("aud", JsonValue.from(CLIENT));
    }

    private DeniedException refusal(HttpReply reply) {
        return refusal(verifier, reply);
    }

    private DeniedException refusal(IdTokenVerifier by, HttpReply reply) {
        DeniedException denied = catchThrowableOfType(DeniedException.class, () -> by.userinfo(reply, idToken));
        assertThat(denied.denial().code()).isEqualTo(DenialCode.INVALID_USERINFO);
        assertThat(denied.toString()).doesNotContain(SUBJECT, "jane", "Jane", "victim");
        return denied;
    }

    private TokenProblem problem(HttpReply reply) {
        return ((InvalidTokenException) refusal(reply)).problem();
    }

    @Nested
    @DisplayName("as JSON")
    class Plain {
        @Test
        @DisplayName("of the same person is claims with the evidence of a userinfo response")
        void good() {
            Claims claims = verifier.userinfo(HttpReply.json(claims().toJson()), idToken);

            assertThat(claims.sources()).hasSize(1);
            assertThat(claims.sources().get(0).evidence()).isEqualTo(Evidence.USERINFO_RESPONSE);
            assertThat(claims.sources().get(0).object()).contains(claims());
        }

        @Test
        @DisplayName("M5: of another person, of nobody, or of a number, is refused")
        void otherSubject() {
            for (JsonObject other : List.of(
                    claims().with("sub", JsonValue.from("victim")),
                    claims().with("sub", JsonValue.from(SUBJECT + " ")),
                    claims().without("sub"))) {
                assertThat(refusal(HttpReply.json(other.toJson())))
                        .hasMessage("userinfo claim \"sub\" must be that of the id_token");
            }
            assertThat(problem(HttpReply.json(
                            claims().with("sub", JsonValue.from(248289761001L)).toJson())))
                    .isEqualTo(TokenProblem.INVALID_CLAIM);
            assertThat(problem(HttpReply.json(
                            claims().with("sub", JsonValue.from("")).toJson())))
                    .isEqualTo(TokenProblem.INVALID_CLAIM);
        }

        @Test
        @DisplayName("may be longer than a profile is anywhere else, where the limits say so")
        void longer() {
            String body = "{\"sub\":\"" + SUBJECT + "\",\"x\":\"" + "x".repeat(256 * 1024) + "\"}";
            OAuthLimits more = OAuthLimits.STANDARD.with(OAuthLimit.USERINFO_BYTES, 300 * 1024);

            assertThat(problem(HttpReply.json(body))).isEqualTo(TokenProblem.INVALID_JSON);
            assertThat(issuer.verifier()
                            .limits(more)
                            .build()
                            .userinfo(HttpReply.json(body), idToken)
                            .refusal())
                    .isEmpty();
        }

        @Test
        @DisplayName("is strict JSON: an object, each name once, nothing behind it")
        void strict() {
            for (String body : List.of(
                    "[]",
                    "null",
                    "false",
                    "[[\"sub\",\"" + SUBJECT + "\"]]",
                    claims().toJson() + "{}",
                    claims().toJson().replaceAll("}$", ",\"sub\":\"victim\"}"))) {
                assertThat(problem(HttpReply.json(body))).isEqualTo(TokenProblem.INVALID_JSON);
            }
        }
    }

    @Nested
    @DisplayName("signed")
    class Signed {
        @Test
        @DisplayName("by the issuer, for the client, of the same person, is claims")
        void good() {
            Claims claims = verifier.userinfo(signed(issuer.key.sign(signedClaims())), idToken);

            assertThat(claims.sources().get(0).evidence()).isEqualTo(Evidence.USERINFO_RESPONSE);
            assertThat(claims.sources().get(0).object()).contains(signedClaims());
        }

        @Test
        @DisplayName("has to name issuer and audience, and no others")
        void parties() {
            assertThat(problem(signed(issuer.key.sign(signedClaims().without("iss")))))
                    .isEqualTo(TokenProblem.MISSING_CLAIM);
            assertThat(problem(signed(issuer.key.sign(signedClaims().without("aud")))))
                    .isEqualTo(TokenProblem.MISSING_CLAIM);
            assertThat(problem(signed(issuer.key.sign(signedClaims().with("iss", JsonValue.from("https://x"))))))
                    .isEqualTo(TokenProblem.WRONG_ISSUER);
            assertThat(problem(signed(issuer.key.sign(signedClaims().with("aud", JsonValue.from("other"))))))
                    .isEqualTo(TokenProblem.WRONG_AUDIENCE);
        }

        @Test
        @DisplayName("of another person, or of the past, is refused")
        void otherSubjectOrPast() {
            assertThat(problem(signed(issuer.key.sign(signedClaims().with("sub", JsonValue.from("victim"))))))
                    .isEqualTo(TokenProblem.SUBJECT_MISMATCH);
            assertThat(problem(signed(issuer.key.sign(signedClaims().with("exp", JsonValue.from(NOW - 60))))))
                    .isEqualTo(TokenProblem.EXPIRED);
            assertThat(verifier.userinfo(
                                    signed(issuer.key.sign(signedClaims().with("exp", JsonValue.from(NOW - 59)))),
                                    idToken)
                            .refusal())
                    .isEmpty();
        }

        @Test
        @DisplayName("badly, not at all, or by a key of its own, is refused")
        void badSignatures() {
            String token = issuer.key.sign(signedClaims());
            String unsigned = TestKey.base64Url("{\"alg\":\"none\"}") + token.substring(token.indexOf('.'));

            assertThat(problem(signed(unsigned))).isEqualTo(TokenProblem.ALGORITHM_NOT_ALLOWED);
            assertThat(problem(signed(unsigned.substring(0, unsigned.lastIndexOf('.') + 1))))
                    .isEqualTo(TokenProblem.ALGORITHM_NOT_ALLOWED);
            assertThat(problem(signed(TestKey.rsa("attacker").sign(signedClaims()))))
                    .isEqualTo(TokenProblem.UNKNOWN_KEY);
            assertThat(problem(signed(token.substring(0, token.length() - 4) + "AAAA")))
                    .isEqualTo(TokenProblem.INVALID_SIGNATURE);
            assertThat(problem(signed(claims().toJson()))).isEqualTo(TokenProblem.MALFORMED_TOKEN);
        }

        @Test
        @DisplayName("is all that is taken where it was asked for")
        void required() {
            IdTokenVerifier strict = issuer.verifier().signedUserinfo().build();

            assertThat(refusal(strict, HttpReply.json(claims().toJson()))).hasMessage("userinfo must be signed");
            assertThat(strict.userinfo(signed(issuer.key.sign(signedClaims())), idToken)
                            .refusal())
                    .isEmpty();
        }
    }
}
