package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.ACCESS_TOKEN;
import static dev.onoma.oauth.oidc.TestIssuer.CLIENT;
import static dev.onoma.oauth.oidc.TestIssuer.NONCE;
import static dev.onoma.oauth.oidc.TestIssuer.NOW;
import static dev.onoma.oauth.oidc.TestIssuer.SUBJECT;
import static dev.onoma.oauth.oidc.TestIssuer.expected;
import static dev.onoma.oauth.oidc.TestIssuer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.claims.ClaimSource;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An id_token verifier")
class IdTokenVerifierTest {
    private final TestIssuer issuer = new TestIssuer();

    private TokenProblem problem(String token) {
        return issuer.refusal(token).problem();
    }

    @Test
    @DisplayName("turns a good token into claims with the evidence of a verified id_token")
    void good() {
        VerifiedIdToken verified = issuer.verify(issuer.token());

        assertThat(verified.subject()).isEqualTo(SUBJECT);
        assertThat(verified.issuer()).isEqualTo(TestIssuer.NAME);
        ClaimSource source = verified.claims().sources().get(0);
        assertThat(source.evidence()).isEqualTo(Evidence.VERIFIED_ID_TOKEN);
        assertThat(source.object()).contains(issuer.claims());
        assertThat(verified).hasToString("VerifiedIdToken[Claims[VERIFIED_ID_TOKEN]]");
    }

    @Nested
    @DisplayName("on issuer and audience")
    class Parties {
        @Test
        @DisplayName("refuses another issuer, and one that differs by a slash or by case")
        void otherIssuer() {
            for (String other :
                    List.of("https://evil.example.com", TestIssuer.NAME + "/", "https://ISSUER.example.com")) {
                assertThat(problem(issuer.tokenWith("iss", other))).isEqualTo(TokenProblem.WRONG_ISSUER);
            }
        }

        @Test
        @DisplayName("takes each spelling of an issuer that has several, and no other")
        void spellings() {
            IdTokenVerifier google = IdTokenVerifier.of(
                            IssuerRule.anyOf("https://accounts.google.com", "accounts.google.com"),
                            CLIENT,
                            KeySource.of(KeySet.parse(TestKey.set(issuer.key.jwk()))))
                    .clock(issuer.clock)
                    .build();

            assertThat(google.verify(issuer.tokenWith("iss", "accounts.google.com"), expected())
                            .issuer())
                    .isEqualTo("accounts.google.com");
            assertThat(google.verify(issuer.tokenWith("iss", "https://accounts.google.com"), expected())
                            .issuer())
                    .isEqualTo("https://accounts.google.com");
            assertThat(refusal(google, issuer.tokenWith("iss", "http://accounts.google.com"), expected())
                            .problem())
                    .isEqualTo(TokenProblem.WRONG_ISSUER);
        }

        @Test
        @DisplayName("takes an audience alone or in an array of one, compared exactly")
        void audience() {
            assertThat(issuer.verify(issuer.tokenWith("aud", List.of(CLIENT))).subject())
                    .isEqualTo(SUBJECT);

            assertThat(problem(issuer.tokenWith("aud", "other"))).isEqualTo(TokenProblem.WRONG_AUDIENCE);
            assertThat(problem(issuer.tokenWith("aud", "CLIENT-1"))).isEqualTo(TokenProblem.WRONG_AUDIENCE);
            assertThat(problem(issuer.tokenWith("aud", List.of()))).isEqualTo(TokenProblem.INVALID_CLAIM);
            assertThat(problem(issuer.tokenWith("aud", List.of(CLIENT, 1)))).isEqualTo(TokenProblem.INVALID_CLAIM);
        }

        @Test
        @DisplayName("refuses the client among any number of strangers, and takes no shortcut for one named twice")
        void manyAudiences() {
            List<String> strangers = new ArrayList<>(Collections.nCopies(900, "stranger"));
            strangers.add(450, CLIENT);
            IdTokenVerifier named = issuer.verifier().furtherAudience("api").build();

            assertThat(problem(issuer.tokenWith("aud", strangers))).isEqualTo(TokenProblem.WRONG_AUDIENCE);
            assertThat(refusal(named, issuer.tokenWith("aud", strangers), expected())
                            .problem())
                    .isEqualTo(TokenProblem.WRONG_AUDIENCE);
            assertThat(problem(issuer.tokenWith("aud", List.of(CLIENT, CLIENT))))
                    .as("without an azp")
                    .isEqualTo(TokenProblem.MISSING_CLAIM);
        }

        @Test
        @DisplayName("refuses a further audience that was not named, and takes one that was, with an azp")
        void furtherAudience() {
            String token = issuer.key.sign(issuer.claims()
                    .with("aud", JsonValue.from(List.of(CLIENT, "api")))
                    .with("azp", JsonValue.from(CLIENT)));
            IdTokenVerifier named = issuer.verifier().furtherAudience("api").build();

            assertThat(problem(token)).isEqualTo(TokenProblem.WRONG_AUDIENCE);
            assertThat(refusal(named, issuer.tokenWith("aud", "api"), expected())
                            .problem())
                    .as("the further one alone")
                    .isEqualTo(TokenProblem.WRONG_AUDIENCE);
            assertThat(named.verify(token, expected()).subject()).isEqualTo(SUBJECT);
            assertThat(refusal(named, issuer.tokenWith("aud", List.of(CLIENT, "api")), expected()))
                    .hasMessage("id_token claim \"azp\" is missing beside several audiences");
        }

        @Test
        @DisplayName("refuses an azp that is neither the client nor named, whatever the audience")
        void authorizedParty() {
            String token = issuer.tokenWith("azp", "android-client");

            assertThat(problem(token)).isEqualTo(TokenProblem.WRONG_AUTHORIZED_PARTY);
            assertThat(issuer.verifier()
                            .authorizedParty("android-client")
                            .build()
                            .verify(token, expected())
                            .subject())
                    .isEqualTo(SUBJECT);
        }
    }

    @Nested
    @DisplayName("on Entra's tenants")
    class Tenants {
        private static final String TEMPLATE = "https://login.microsoftonline.com/{tenantid}/v2.0";
        private static final String TENANT = "11111111-2222-3333-4444-555555555555";
        private static final String OTHER = "99999999-2222-3333-4444-555555555555";

        private IdTokenVerifier verifier(Set<String> tenants, JsonObject jwk) {
            return IdTokenVerifier.of(
                            IssuerRule.ownTenant(TEMPLATE, tenants),
                            CLIENT,
                            KeySource.of(KeySet.parse(TestKey.set(jwk))))
                    .clock(issuer.clock)
                    .build();
        }

        private String token(String tenantOfIssuer, String tid) {
            return issuer.key.sign(issuer.claims()
                    .with("iss", JsonValue.from(TEMPLATE.replace("{tenantid}", tenantOfIssuer)))
                    .with("tid", JsonValue.from(tid)));
        }

        @Test
        @DisplayName("takes the issuer of the token's own tenant, and no other tenant's")
        void ownTenant() {
            IdTokenVerifier any = verifier(Set.of(), issuer.key.jwk());

            assertThat(any.verify(token(TENANT, TENANT), expected()).issuer()).contains(TENANT);
            assertThat(refusal(any, token(OTHER, TENANT), expected()).problem()).isEqualTo(TokenProblem.WRONG_ISSUER);
            assertThat(refusal(any, token("{tenantid}", "{tenantid}"), expected())
                            .problem())
                    .isEqualTo(TokenProblem.INVALID_CLAIM);
            assertThat(refusal(any, issuer.tokenWith("iss", TEMPLATE.replace("{tenantid}", TENANT)), expected()))
                    .hasMessage("id_token claim \"tid\" is missing");
        }

        @Test
        @DisplayName("takes the tenants that were named only")
        void namedTenants() {
            IdTokenVerifier named = verifier(Set.of(TENANT), issuer.key.jwk());

            assertThat(named.verify(token(TENANT, TENANT), expected()).subject())
                    .isEqualTo(SUBJECT);
            assertThat(refusal(named, token(OTHER, OTHER), expected()).problem())
                    .isEqualTo(TokenProblem.WRONG_ISSUER);
        }

        @Test
        @DisplayName("knows the names of the tenants' issuers, and no others")
        void names() {
            IssuerRule any = IssuerRule.ownTenant(TEMPLATE, Set.of());
            IssuerRule one = IssuerRule.ownTenant(TEMPLATE, Set.of(TENANT));

            assertThat(any.names(TEMPLATE.replace("{tenantid}", OTHER))).isTrue();
            assertThat(one.names(TEMPLATE.replace("{tenantid}", TENANT))).isTrue();
            assertThat(one.names(TEMPLATE.replace("{tenantid}", OTHER))).isFalse();
            for (String other : List.of(
                    "",
                    "https://login.microsoftonline.com/v2.0",
                    TEMPLATE,
                    "https://login.microsoftonline.com/x/" + TENANT + "/v2.0",
                    "https://evil.example.com/////////" + TENANT + "/v2.0")) {
                assertThat(any.names(other)).isFalse();
            }
            assertThat(IssuerRule.anyOf("a", "b").names("b")).isTrue();
            assertThat(IssuerRule.anyOf("a", "b").names("c")).isFalse();
        }

        @Test
        @DisplayName("takes a key for the issuer only that it is published for")
        void keyOfAnIssuer() {
            JsonObject everybodys = issuer.key.jwk().with("issuer", JsonValue.from(TEMPLATE));
            JsonObject others = issuer.key.jwk().with("issuer", JsonValue.from(TEMPLATE.replace("{tenantid}", OTHER)));

            assertThat(verifier(Set.of(), everybodys)
                            .verify(token(TENANT, TENANT), expected())
                            .subject())
                    .isEqualTo(SUBJECT);
            assertThat(refusal(verifier(Set.of(), others), token(TENANT, TENANT), expected()))
                    .hasMessage("id_token claim \"iss\" must be the issuer that the key is published for");
        }

        @Test
        @DisplayName("needs a template with one place, and tenants by their GUIDs")
        void configuration() {
            assertThatIllegalArgumentException().isThrownBy(() -> IssuerRule.ownTenant("https://x", Set.of()));
            assertThatIllegalArgumentException().isThrownBy(() -> IssuerRule.ownTenant(TEMPLATE, Set.of("contoso")));
            assertThatIllegalArgumentException().isThrownBy(() -> IssuerRule.exactly(TEMPLATE));
            assertThatIllegalArgumentException().isThrownBy(() -> IssuerRule.exactly(" "));
        }
    }

    @Nested
    @DisplayName("on times, at each limit and one second past it")
    class Times {
        @ParameterizedTest(name = "exp {0} s from now: {1}")
        @CsvSource({"-59, ok", "-60, EXPIRED", "0, ok"})
        void expiry(long seconds, String outcome) {
            // Issued early enough for the lifetime not to be negative.
            String token = issuer.key.sign(
                    issuer.claims().with("iat", JsonValue.from(NOW - 100)).with("exp", JsonValue.from(NOW + seconds)));

            assertThat(outcome(token)).isEqualTo(outcome);
        }

        @ParameterizedTest(name = "iat {0} s from now: {1}")
        @CsvSource({"60, ok", "61, NOT_YET_VALID", "-660, ok", "-661, TOO_OLD"})
        void issued(long seconds, String outcome) {
            assertThat(outcome(issuer.tokenWith("iat", NOW + seconds))).isEqualTo(outcome);
        }

        @ParameterizedTest(name = "exp {0} s after iat: {1}")
        @CsvSource({"86400, ok", "86401, LIFETIME_OUT_OF_BOUNDS", "0, ok", "-1, LIFETIME_OUT_OF_BOUNDS"})
        void lifetime(long seconds, String outcome) {
            assertThat(outcome(issuer.tokenWith("exp", NOW + seconds))).isEqualTo(outcome);
        }

        @ParameterizedTest(name = "nbf {0} s from now: {1}")
        @CsvSource({"60, ok", "61, NOT_YET_VALID", "-1000000, ok"})
        void notBefore(long seconds, String outcome) {
            assertThat(outcome(issuer.tokenWith("nbf", NOW + seconds))).isEqualTo(outcome);
        }

        @ParameterizedTest(name = "auth_time {0} s from now, max_age 300: {1}")
        @CsvSource({"-360, ok", "-361, AUTHENTICATION_TOO_OLD"})
        void authentication(long seconds, String outcome) {
            assertThat(outcome(
                            issuer.tokenWith("auth_time", NOW + seconds),
                            expected().maxAge(Duration.ofMinutes(5))))
                    .isEqualTo(outcome);
        }

        @Test
        @DisplayName("requires auth_time where max_age was asked for")
        void authenticationMissing() {
            assertThat(outcome(issuer.token(), expected().maxAge(Duration.ZERO)))
                    .isEqualTo("MISSING_CLAIM");
        }

        @Test
        @DisplayName("reads fractions of seconds, and no time outside of 1970 to 9999")
        void notation() {
            assertThat(outcome(issuer.tokenWith("iat", NOW + 0.5))).isEqualTo("ok");
            for (Object time : List.of(-1, 1e18, new BigInteger("2").pow(70), 253_402_300_800L)) {
                assertThat(outcome(issuer.tokenWith("exp", time))).isEqualTo("INVALID_CLAIM");
            }
        }

        @Test
        @DisplayName("the limits are the connection's to change")
        void changed() {
            OAuthLimits limits = OAuthLimits.STANDARD
                    .with(OAuthLimit.ID_TOKEN_AGE_SECONDS, 7_200)
                    .with(OAuthLimit.CLOCK_SKEW_SECONDS, 5);
            IdTokenVerifier patient = issuer.verifier().limits(limits).build();

            assertThat(patient.verify(issuer.tokenWith("iat", NOW - 7_205), expected())
                            .subject())
                    .isEqualTo(SUBJECT);
            assertThat(refusal(patient, issuer.tokenWith("iat", NOW - 7_206), expected())
                            .problem())
                    .isEqualTo(TokenProblem.TOO_OLD);
            assertThat(refusal(patient, issuer.tokenWith("iat", NOW + 6), expected())
                            .problem())
                    .isEqualTo(TokenProblem.NOT_YET_VALID);
        }

        private String outcome(String token) {
            return outcome(token, expected());
        }

        private String outcome(String token, IdTokenExpectation expected) {
            try {
                issuer.verifier().build().verify(token, expected);
                return "ok";
            } catch (InvalidTokenException refused) {
                return refused.problem().name();
            }
        }
    }

    @Nested
    @DisplayName("on what this login asked for")
    class Answers {
        @Test
        @DisplayName("refuses another login's nonce, and a missing one unless the issuer never repeats it")
        void nonce() {
            assertThat(problem(issuer.tokenWith("nonce", "another"))).isEqualTo(TokenProblem.NONCE_MISMATCH);
            assertThat(problem(issuer.tokenWithout("nonce"))).isEqualTo(TokenProblem.MISSING_CLAIM);

            IdTokenVerifier lenient = issuer.verifier().acceptMissingNonce().build();
            assertThat(lenient.verify(issuer.tokenWithout("nonce"), expected()).subject())
                    .isEqualTo(SUBJECT);
            assertThat(refusal(lenient, issuer.tokenWith("nonce", "another"), expected())
                            .problem())
                    .isEqualTo(TokenProblem.NONCE_MISMATCH);
        }

        @Test
        @DisplayName("refuses a nonce that nobody asked for: it was made for some other login")
        void unasked() {
            IdTokenVerifier verifier = issuer.verifier().build();

            assertThat(verifier.verify(issuer.tokenWithout("nonce"), IdTokenExpectation.withoutNonce())
                            .subject())
                    .isEqualTo(SUBJECT);
            assertThat(refusal(verifier, issuer.token(), IdTokenExpectation.withoutNonce())
                            .problem())
                    .isEqualTo(TokenProblem.NONCE_MISMATCH);
        }

        @Test
        @DisplayName("takes the at_hash of the specification's example, and refuses that of another token")
        void accessTokenHash() {
            // OpenID Connect Core 1.0, appendix A.3: this access token and this at_hash.
            IdTokenExpectation example =
                    IdTokenExpectation.nonce(NONCE).accessToken("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y");
            String token = issuer.tokenWith("at_hash", "77QmUPtjPfzWtF2AnpK9RQ");

            assertThat(issuer.verifier().build().verify(token, example).subject())
                    .isEqualTo(SUBJECT);
            assertThat(problem(token)).isEqualTo(TokenProblem.ACCESS_TOKEN_MISMATCH);
            assertThat(issuer.verifier()
                            .build()
                            .verify(token, IdTokenExpectation.nonce(NONCE))
                            .subject())
                    .as("no access token came with it")
                    .isEqualTo(SUBJECT);
        }

        @Test
        @DisplayName("takes the hash for at_hash that belongs to the algorithm")
        void accessTokenHashOfLongAlgorithms() throws Exception {
            TestKey key = TestKey.rsa("k512", 2_048, JwsAlgorithm.RS512);
            byte[] hash = MessageDigest.getInstance("SHA-512").digest(ACCESS_TOKEN.getBytes(StandardCharsets.UTF_8));
            String leftHalf = TestKey.base64Url(Arrays.copyOf(hash, 32));
            IdTokenVerifier verifier =
                    issuer.verifier(key.jwk()).algorithms(JwsAlgorithm.RS512).build();

            assertThat(verifier.verify(key.sign(issuer.claims().with("at_hash", JsonValue.from(leftHalf))), expected())
                            .subject())
                    .isEqualTo(SUBJECT);
        }

        @Test
        @DisplayName("requires one of the authentication contexts that were asked for")
        void contexts() {
            IdTokenExpectation expected = expected().authenticationContexts(Set.of("mfa", "phr"));
            IdTokenVerifier verifier = issuer.verifier().build();

            assertThat(verifier.verify(issuer.tokenWith("acr", "phr"), expected).subject())
                    .isEqualTo(SUBJECT);
            assertThat(refusal(verifier, issuer.tokenWith("acr", "0"), expected).problem())
                    .isEqualTo(TokenProblem.WRONG_AUTHENTICATION_CONTEXT);
            assertThat(refusal(verifier, issuer.token(), expected).problem()).isEqualTo(TokenProblem.MISSING_CLAIM);
        }
    }

    @ParameterizedTest(name = "requires the claim {0}")
    @ValueSource(strings = {"iss", "sub", "aud", "exp", "iat", "nonce"})
    void required(String claim) {
        assertThat(issuer.refusal(issuer.tokenWithout(claim)))
                .hasMessage("id_token claim \"" + claim + "\" is missing")
                .extracting(InvalidTokenException::problem)
                .isEqualTo(TokenProblem.MISSING_CLAIM);
    }

    @ParameterizedTest(name = "refuses the claim {0} of any other type")
    @ValueSource(strings = {"iss", "sub", "aud", "exp", "iat", "nbf", "nonce", "azp", "at_hash"})
    void types(String claim) {
        for (Object value : Arrays.asList(null, true, JsonObject.EMPTY)) {
            assertThat(problem(issuer.tokenWith(claim, value))).isEqualTo(TokenProblem.INVALID_CLAIM);
        }
        Object swapped = Set.of("exp", "iat", "nbf").contains(claim) ? "1767268800" : 123;
        assertThat(problem(issuer.tokenWith(claim, swapped))).isEqualTo(TokenProblem.INVALID_CLAIM);
    }

    @Test
    @DisplayName("refuses an empty subject")
    void emptySubject() {
        assertThat(issuer.refusal(issuer.tokenWith("sub", ""))).hasMessage("id_token claim \"sub\" must not be empty");
    }

    @Test
    @DisplayName("takes a token of exactly the limit on bytes, and reads nothing of one past it")
    void size() {
        String token = issuer.token();
        OAuthLimits exact = OAuthLimits.STANDARD.with(OAuthLimit.ID_TOKEN_BYTES, token.length());
        OAuthLimits less = OAuthLimits.STANDARD.with(OAuthLimit.ID_TOKEN_BYTES, token.length() - 1);

        assertThat(issuer.verifier()
                        .limits(exact)
                        .build()
                        .verify(token, expected())
                        .subject())
                .isEqualTo(SUBJECT);
        assertThat(refusal(issuer.verifier().limits(less).build(), token, expected())
                        .problem())
                .isEqualTo(TokenProblem.TOKEN_TOO_LARGE);
        assertThat(problem(".".repeat(32 * 1024 + 1))).isEqualTo(TokenProblem.TOKEN_TOO_LARGE);
    }

    @Test
    @DisplayName("takes JSON as deep and with as many members as the limits say, and not one more")
    void json() {
        IdTokenVerifier standard = issuer.verifier().build();
        IdTokenVerifier generous = issuer.verifier()
                .limits(OAuthLimits.STANDARD.with(OAuthLimit.JSON_DEPTH, 33).with(OAuthLimit.JSON_MEMBERS, 1_001))
                .build();
        int others = issuer.claims().size() + 1;

        assertThat(standard.verify(issuer.tokenWith("deep", nested(31)), expected())
                        .subject())
                .isEqualTo(SUBJECT);
        assertThat(refusal(standard, issuer.tokenWith("deep", nested(32)), expected())
                        .problem())
                .isEqualTo(TokenProblem.INVALID_JSON);
        assertThat(generous.verify(issuer.tokenWith("deep", nested(32)), expected())
                        .subject())
                .isEqualTo(SUBJECT);
        assertThat(standard.verify(issuer.tokenWith("wide", wide(1_000 - others)), expected())
                        .subject())
                .isEqualTo(SUBJECT);
        assertThat(refusal(standard, issuer.tokenWith("wide", wide(1_001 - others)), expected())
                        .problem())
                .isEqualTo(TokenProblem.INVALID_JSON);
        assertThat(generous.verify(issuer.tokenWith("wide", wide(1_001 - others)), expected())
                        .subject())
                .isEqualTo(SUBJECT);
    }

    private static JsonValue nested(int levels) {
        return JsonValue.parse("[".repeat(levels) + "]".repeat(levels));
    }

    private static JsonValue wide(int members) {
        JsonObject.Builder object = JsonObject.builder();
        for (int i = 0; i < members; i++) {
            object.put("m" + i, i);
        }
        return object.build();
    }

    @Test
    @DisplayName("is configured with parts that have names")
    void configuration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdTokenVerifier.of(IssuerRule.exactly("https://i"), " ", KeySource.of(keys())))
                .withMessage("a client id must not be blank");
        assertThatIllegalArgumentException().isThrownBy(() -> issuer.verifier().furtherAudience(""));
        assertThatIllegalArgumentException().isThrownBy(() -> issuer.verifier().authorizedParty(""));
        assertThatIllegalArgumentException().isThrownBy(() -> IdTokenExpectation.nonce(""));
        assertThatIllegalArgumentException().isThrownBy(() -> expected().maxAge(Duration.ofSeconds(-1)));
        assertThat(expected()).hasToString("IdTokenExpectation[nonce, from ISSUER]");
        assertThat(IdTokenExpectation.withoutNonce().fromBrowser())
                .hasToString("IdTokenExpectation[no nonce, from BROWSER]");
    }

    private KeySet keys() {
        return KeySet.parse(TestKey.set(issuer.key.jwk()));
    }
}
