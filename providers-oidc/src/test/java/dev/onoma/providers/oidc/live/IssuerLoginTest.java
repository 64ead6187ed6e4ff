package dev.onoma.providers.oidc.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.claims.Evidence;
import dev.onoma.core.user.User;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.oidc.JwsAlgorithm;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.providers.oidc.ClaimMap;
import dev.onoma.providers.oidc.Oidc;
import dev.onoma.providers.oidc.OidcIssuer;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.SigningAlgorithm;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.Fault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A live login with an OpenID Connect issuer")
class IssuerLoginTest {
    private static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final String OTHER_TENANT = "99999999-2222-3333-4444-555555555555";

    private static User user(LoginAnswer answer) {
        return answer.user().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    @Test
    @DisplayName("goes from the button to a user, with discovery and keys asked for once")
    void toAUser() {
        try (Visit visit = Visit.plain()) {
            OidcLogin login = visit.login();

            User user = user(visit.through(login));
            visit.through(login);

            assertThat(user.id().value()).isEqualTo("oidc|sso|248289761001");
            assertThat(user.email()).contains("jane@example.com");
            assertThat(visit.store.pinned("sso")).contains(visit.issuer.issuer());
            assertThat(visit.issuer.requests(Endpoint.DISCOVERY)).hasSize(1);
            assertThat(visit.issuer.requests(Endpoint.JWKS)).hasSize(1);
            assertThat(visit.issuer.requests(Endpoint.USERINFO)).hasSize(2);
        }
    }

    @ParameterizedTest(name = "is denied, with nothing asked, written or told, on {0}")
    @EnumSource(
            value = Misbehaviour.class,
            names = {
                "WRONG_ISSUER",
                "ISSUER_WITH_SLASH",
                "ISSUER_WITHOUT_SCHEME",
                "MISSING_ISSUER",
                "WRONG_AUDIENCE",
                "MISSING_AUDIENCE",
                "EMPTY_AUDIENCE",
                "SEVERAL_AUDIENCES",
                "SEVERAL_AUDIENCES_WITH_AZP",
                "WRONG_AZP",
                "WRONG_NONCE",
                "MISSING_NONCE",
                "WRONG_AT_HASH",
                "MISSING_SUBJECT",
                "NULL_SUBJECT",
                "NUMERIC_SUBJECT",
                "MISSING_EXPIRY",
                "EXPIRED",
                "ENORMOUS_EXPIRY",
                "EXPIRY_AS_TEXT",
                "LONG_LIFE",
                "MISSING_ISSUED_AT",
                "ISSUED_IN_FUTURE",
                "ISSUED_LONG_AGO",
                "NOT_YET_VALID",
                "NO_CLAIMS",
                "DUPLICATE_CLAIMS",
                "ARRAY_OF_PAIRS",
                "BYTE_ORDER_MARK",
                "DEEP_CLAIM",
                "TRAILING_TEXT",
                "ALG_NONE",
                "ALG_NONE_IN_MIXED_CASE",
                "HS256_WITH_PUBLIC_KEY",
                "HS256_WITH_CLIENT_SECRET",
                "EMBEDDED_JWK",
                "KEY_URL",
                "CERTIFICATE_URL",
                "FOREIGN_KEY",
                "UNKNOWN_KID",
                "WEAK_KEY",
                "OTHER_ALGORITHM",
                "BROKEN_SIGNATURE",
                "MISSING_SIGNATURE",
                "ZERO_SIGNATURE",
                "CRITICAL_EXTENSION",
                "EMPTY_CRITICAL",
                "ACCESS_TOKEN_TYPE",
                "DUPLICATE_HEADER_MEMBERS",
                "HEADER_OF_PAIRS",
                "UNSIGNED_INSIDE_JWE",
                "ENORMOUS_ROUNDS",
                "MISSING_ID_TOKEN",
                "GARBLED_ID_TOKEN"
            })
    void denied(Misbehaviour misbehaviour) {
        try (Visit visit = Visit.plain()) {
            OidcLogin login = visit.login();
            visit.issuer.misbehave(misbehaviour);

            LoginAnswer answer = visit.through(login);

            assertThat(answer).isInstanceOf(LoginAnswer.Denied.class);
            assertThat(((LoginAnswer.Denied) answer).denial().code()).isEqualTo(DenialCode.INVALID_ID_TOKEN);
            assertThat(answer.publicCode()).contains("provider_error");
            assertThat(visit.issuer.requests(Endpoint.USERINFO)).isEmpty();
            assertThat(visit.issuer.requests(Endpoint.ELSEWHERE)).isEmpty();
            assertThat(visit.users()).isEmpty();
            assertThat(visit.store.pinned("sso")).isEmpty();
            assertThat(answer.toString())
                    .doesNotContain("248289761001", "jane@example.com", visit.issuer.clientSecret(), "eyJ");
        }
    }

    @Test
    @DisplayName(
            "is denied before the id_token is looked at where the token response has no room for it, or no such text")
    void deniedEarlier() {
        for (Map.Entry<Misbehaviour, DenialCode> one : Map.of(
                        Misbehaviour.OVERSIZED_TOKEN, DenialCode.HTTP_TOO_LARGE,
                        Misbehaviour.LENIENT_BASE64, DenialCode.INVALID_TOKEN_RESPONSE)
                .entrySet()) {
            try (Visit visit = Visit.plain()) {
                OidcLogin login = visit.login();
                visit.issuer.misbehave(one.getKey());

                LoginAnswer.Denied answer = (LoginAnswer.Denied) visit.through(login);

                assertThat(answer.denial().code()).isEqualTo(one.getValue());
                assertThat(visit.issuer.requests(Endpoint.USERINFO)).isEmpty();
                assertThat(visit.users()).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "is accepted on {0}")
    @EnumSource(
            value = Misbehaviour.class,
            names = {
                "AUDIENCE_IN_ARRAY",
                "MISSING_AT_HASH",
                "MISSING_KID",
                "MALFORMED_NEIGHBOUR_KEY",
                "FOREIGN_NEIGHBOUR_KEY",
                "WEAK_NEIGHBOUR_KEY",
                "DUPLICATE_KID",
                "SIGNED_USERINFO",
                "NONE_OFFERED"
            })
    void accepted(Misbehaviour misbehaviour) {
        try (Visit visit = Visit.plain()) {
            visit.issuer.misbehave(misbehaviour);

            assertThat(user(visit.through(visit.login())).id().value()).isEqualTo("oidc|sso|248289761001");
        }
    }

    @ParameterizedTest(name = "is denied, with nothing written or told, on {0}")
    @EnumSource(
            value = Misbehaviour.class,
            names = {
                "OTHER_SUBJECT_IN_USERINFO",
                "MISSING_SUBJECT_IN_USERINFO",
                "NUMERIC_SUBJECT_IN_USERINFO",
                "SIGNED_USERINFO_BY_STRANGER",
                "SIGNED_USERINFO_FOR_OTHERS",
                "UNSIGNED_USERINFO_TOKEN"
            })
    void userinfo(Misbehaviour misbehaviour) {
        try (Visit visit = Visit.plain()) {
            OidcLogin login = visit.login();
            visit.issuer.misbehave(misbehaviour);

            LoginAnswer answer = visit.through(login);

            assertThat(((LoginAnswer.Denied) answer).denial().code()).isEqualTo(DenialCode.INVALID_USERINFO);
            assertThat(visit.users()).isEmpty();
            assertThat(answer.toString()).doesNotContain("248289761001", "jane@example.com", "eyJ");
        }
    }

    @Nested
    @DisplayName("sees when the application starts")
    class AtTheStart {
        @ParameterizedTest(name = "{0}")
        @EnumSource(
                value = Misbehaviour.class,
                names = {
                    "OTHER_ISSUER_IN_DISCOVERY",
                    "MISSING_ISSUER_IN_DISCOVERY",
                    "MISSING_TOKEN_ENDPOINT",
                    "MISSING_JWKS_URI",
                    "RELATIVE_TOKEN_ENDPOINT"
                })
        void discovery(Misbehaviour misbehaviour) {
            try (Visit visit = Visit.plain()) {
                visit.issuer.misbehave(misbehaviour);

                assertThat(problem(visit)).isEqualTo(DenialCode.INVALID_DISCOVERY);
            }
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource(
                value = Misbehaviour.class,
                names = {"NO_KEYS", "KEY_FOR_ENCRYPTION"})
        void keys(Misbehaviour misbehaviour) {
            try (Visit visit = Visit.plain()) {
                visit.issuer.misbehave(misbehaviour);

                assertThat(problem(visit)).isEqualTo(DenialCode.KEYS_UNAVAILABLE);
            }
        }

        @Test
        @DisplayName("I-18: a host of discovery or of keys that redirects")
        void redirects() {
            for (Endpoint endpoint : new Endpoint[] {Endpoint.DISCOVERY, Endpoint.JWKS}) {
                try (Visit visit = Visit.plain()) {
                    visit.issuer.fault(endpoint, Fault.REDIRECT);

                    assertThat(problem(visit)).isEqualTo(DenialCode.HTTP_REDIRECT);
                    assertThat(visit.issuer.requests(Endpoint.ELSEWHERE)).isEmpty();
                }
            }
        }

        @Test
        @DisplayName("a connection whose id space is another issuer's")
        void otherIdSpace() {
            try (Visit visit = Visit.plain()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> IssuerLogin.of(
                                visit.asIssuer(),
                                Oidc.connection("sso", "https://other.example.com")
                                        .build(),
                                "id",
                                "secret",
                                URI.create("https://app.example.com/callback")))
                        .withMessage("the id space of connection \"sso\" must be its issuer's name");
            }
        }

        private DenialCode problem(Visit visit) {
            DeniedException denied = catchThrowableOfType(DeniedException.class, visit::login);
            return denied.denial().code();
        }
    }

    @Test
    @DisplayName("follows a rotation of the issuer's keys")
    void rotation() {
        try (Visit visit = Visit.plain()) {
            OidcLogin login = visit.login();
            visit.through(login);

            visit.issuer.replaceKeys();

            assertThat(user(visit.through(login)).counters().logins()).isEqualTo(2);
            assertThat(visit.issuer.requests(Endpoint.JWKS)).hasSize(2);
        }
    }

    @Test
    @DisplayName("is signed with what the connection allows: ES256 where it says so, and not by itself")
    void algorithms() {
        try (Visit visit = new Visit(settings -> settings.algorithm(SigningAlgorithm.ES256))) {
            OidcLogin allowed = visit.login(visit.asIssuer())
                    .idTokens(rules -> rules.algorithms(JwsAlgorithm.ES256))
                    .build();

            assertThat(user(visit.through(allowed)).id().value()).isEqualTo("oidc|sso|248289761001");
            assertThat(visit.through(visit.login()).user()).isEmpty();
        }
    }

    @Test
    @DisplayName("takes further audiences and parties that were named, and asks no userinfo where it is told not to")
    void named() {
        try (Visit visit = Visit.plain()) {
            OidcLogin login = visit.login(visit.asIssuer())
                    .idTokens(rules -> rules.furtherAudience("another-client").furtherAudience("someone-else"))
                    .userinfo(false)
                    .scope("offline_access")
                    .build();

            assertThat(login.client().scopes()).containsExactly("openid", "profile", "email", "offline_access");
            visit.through(login);
            assertThat(visit.issuer.requests(Endpoint.USERINFO)).isEmpty();
        }
    }

    @Test
    @DisplayName("can be finished by the id_token that another client of the application hands over")
    void handedOver() {
        try (Visit visit = Visit.plain()) {
            OidcLogin login = visit.login();
            String token = visit.issuer.idToken(Visit.JANE, Optional.of("n-1"));

            assertThat(login.idToken(token, "n-1").sources().get(0).evidence()).isEqualTo(Evidence.VERIFIED_ID_TOKEN);
            assertThat(catchThrowableOfType(DeniedException.class, () -> login.idToken(token, "n-2"))
                            .denial()
                            .code())
                    .isEqualTo(DenialCode.INVALID_ID_TOKEN);
        }
    }

    @Test
    @DisplayName("reads claims by the connection's own map")
    void ownMap() {
        try (Visit visit = Visit.plain()) {
            visit.issuer.person(Visit.JANE.with("display_name", "Jane D.").with("mail", "jd@example.com"));
            OidcIssuer issuer = visit.asIssuer()
                    .claims(ClaimMap.of(Map.of("name", "display_name | name", "email", "mail | email")));

            User user = user(visit.through(visit.login(issuer).build()));

            assertThat(user.name()).contains("Jane D.");
            assertThat(user.email()).contains("jd@example.com");
        }
    }

    @Nested
    @DisplayName("of Microsoft Entra")
    class Entra {
        private Visit visit() {
            Visit visit = new Visit(settings -> settings.issuer("https://login.microsoftonline.com/{tenantid}/v2.0"));
            visit.issuer.person(Visit.JANE.with("tid", TENANT).with("xms_edov", true));
            return visit;
        }

        private OidcIssuer at(Visit visit, OidcIssuer entra) {
            String discovery = visit.issuer.uri(Endpoint.DISCOVERY).toString();
            return entra.discoveredAt(URI.create(discovery.replace("/.well-known/openid-configuration", "")));
        }

        @Test
        @DisplayName("takes the tenant's own issuer, and the address as verified where the tenant owns its domain")
        void ownTenant() {
            try (Visit visit = visit()) {
                OidcIssuer entra = at(visit, OidcIssuer.entraOf(Set.of(TENANT)));

                User user = user(visit.through(visit.login(entra).build()));

                assertThat(user.id().value()).isEqualTo("waad|sso|248289761001");
                assertThat(user.isEmailVerified()).isTrue();
                assertThat(visit.issuer.requests(Endpoint.USERINFO)).isEmpty();
                assertThat(visit.store.pinned("sso")).contains("https://login.microsoftonline.com/{tenantid}/v2.0");
            }
        }

        @Test
        @DisplayName("refuses tenants that were not named, and an issuer that is not the token's own tenant's")
        void otherTenants() {
            try (Visit visit = visit()) {
                OidcIssuer entra = at(visit, OidcIssuer.entraOf(Set.of(OTHER_TENANT)));

                LoginAnswer.Denied denied =
                        (LoginAnswer.Denied) visit.through(visit.login(entra).build());

                assertThat(denied.denial().code()).isEqualTo(DenialCode.INVALID_ID_TOKEN);
                assertThat(denied.denial().message())
                        .isEqualTo("id_token claim \"tid\" must be a tenant that may log in");
            }
        }

        @Test
        @DisplayName("believes no address by email_verified, which Microsoft does not issue")
        void unverified() {
            try (Visit visit = visit()) {
                visit.issuer.person(Visit.JANE.with("tid", TENANT).with("email_verified", true));
                OidcIssuer entra = at(visit, OidcIssuer.entraOfAnyTenant());

                User user = user(visit.through(visit.login(entra).build()));

                assertThat(user.isEmailVerified()).isFalse();
            }
        }
    }

    @Test
    @DisplayName("of LinkedIn does without the nonce, which it does not repeat")
    void linkedIn() {
        try (Visit visit = new Visit(settings -> settings.issuer("https://www.linkedin.com/oauth"))) {
            String discovery = visit.issuer.uri(Endpoint.DISCOVERY).toString();
            OidcIssuer linkedIn = OidcIssuer.linkedIn()
                    .discoveredAt(URI.create(discovery.replace("/.well-known/openid-configuration", "")));
            visit.issuer.misbehave(Misbehaviour.MISSING_NONCE);

            User user = user(visit.through(visit.login(linkedIn).build()));

            assertThat(user.id().value()).startsWith("linkedin|");
        }
    }

    @Test
    @DisplayName("of Keycloak is one with a realm")
    void keycloak() {
        try (Visit visit = new Visit(settings -> settings.issuerPath("/realms/staff"))) {
            String server = visit.issuer.issuer().replace("/realms/staff", "/");

            User user = user(visit.through(
                    visit.login(OidcIssuer.keycloak(server, "staff")).build()));

            assertThat(user.id().value()).isEqualTo("oidc|sso|248289761001");
        }
    }
}
