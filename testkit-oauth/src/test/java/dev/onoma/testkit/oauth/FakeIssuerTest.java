package dev.onoma.testkit.oauth;

import static dev.onoma.testkit.oauth.RelyingParty.object;
import static dev.onoma.testkit.oauth.RelyingParty.text;
import static dev.onoma.testkit.oauth.RelyingParty.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A fake issuer that behaves")
class FakeIssuerTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final FakeIssuer issuer =
            FakeIssuer.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start();
    private final RelyingParty client = new RelyingParty(issuer);

    @BeforeEach
    void somebody() {
        issuer.person(Person.of("248289761001")
                .with("name", "Ada Lovelace")
                .with("email", "ada@example.org")
                .with("email_verified", true));
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    @DisplayName("describes itself: its issuer is its address, and every endpoint it names answers")
    void discovery() {
        JsonObject document = client.getJson(Endpoint.DISCOVERY);

        assertThat(text(document, "issuer")).isEqualTo(issuer.issuer()).startsWith("http://127.0.0.1:");
        assertThat(text(document, "token_endpoint"))
                .isEqualTo(issuer.uri(Endpoint.TOKEN).toString());
        assertThat(client.get(issuer.uri(Endpoint.JWKS)).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("sends the browser back at once, with a code, the state and its own name")
    void callback() {
        var callback = client.callback();

        assertThat(callback).extracting(Map.Entry::getKey).containsExactly("code", "state", "iss");
        assertThat(values(callback, "state")).containsExactly("the-state");
        assertThat(values(callback, "iss")).containsExactly(issuer.issuer());
    }

    @Test
    @DisplayName("gives tokens for a code, and the id_token says who, for whom, by whom and when")
    void tokens() {
        JsonObject tokens = client.tokens();

        JsonObject claims = RelyingParty.claims(text(tokens, "id_token"));
        assertThat(text(claims, "iss")).isEqualTo(issuer.issuer());
        assertThat(text(claims, "aud")).isEqualTo(issuer.clientId());
        assertThat(text(claims, "sub")).isEqualTo("248289761001");
        assertThat(text(claims, "nonce")).isEqualTo("the-nonce");
        assertThat(text(claims, "email")).isEqualTo("ada@example.org");
        assertThat(claims.get("iat")).contains(JsonValue.from(NOW));
        assertThat(claims.get("exp")).contains(JsonValue.from(NOW.plusSeconds(3_600)));
        assertThat(text(claims, "at_hash"))
                .isEqualTo(Grants.leftHalfHash(text(tokens, "access_token"), SigningAlgorithm.RS256));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(SigningAlgorithm.class)
    @DisplayName("signs with a key that it publishes, by the algorithm it was told")
    void signatures(SigningAlgorithm algorithm) throws Exception {
        try (FakeIssuer other = FakeIssuer.builder().algorithm(algorithm).start()) {
            other.person(Person.of("1"));

            String token = new RelyingParty(other).idToken();

            assertThat(text(RelyingParty.header(token), "alg")).isEqualTo(algorithm.name());
            assertThat(verifies(other, token)).isTrue();
        }
    }

    @Test
    @DisplayName("answers userinfo to the holder of an access token alone")
    void userinfo() {
        HttpResponse<String> good = client.userinfo();
        HttpResponse<String> bad = client.userinfo("invented");

        assertThat(text(object(good.body()), "sub")).isEqualTo("248289761001");
        assertThat(bad.statusCode()).isEqualTo(401);
        assertThat(bad.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    @Test
    @DisplayName("redeems a code once, and counts every try")
    void singleUse() {
        String code = client.code();

        HttpResponse<String> first = client.redeem(code);
        HttpResponse<String> second = client.redeem(code);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(issuer.redemptions(code)).isEqualTo(2);
        assertThat(issuer.redemptions("another")).isZero();
    }

    @Test
    @DisplayName("refuses a code with another verifier, without one, or for another redirect URI")
    void proof() {
        assertThat(client.token(client.tokenRequest(client.code()).set("code_verifier", "x".repeat(43)))
                        .body())
                .contains("invalid_grant");
        assertThat(client.token(client.tokenRequest(client.code()).remove("code_verifier"))
                        .body())
                .contains("invalid_grant");
        assertThat(client.token(client.tokenRequest(client.code()).set("redirect_uri", "http://127.0.0.1:9/other"))
                        .body())
                .contains("invalid_grant");
    }

    @Test
    @DisplayName("knows its client by the secret in the body or in HTTP Basic, not by both and not without")
    void clientAuthentication() {
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (issuer.clientId() + ":" + issuer.clientSecret()).getBytes(StandardCharsets.UTF_8));

        assertThat(client.token(client.tokenRequest(client.code()).remove("client_secret"), "Authorization", basic)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.token(client.tokenRequest(client.code()), "Authorization", basic)
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.token(client.tokenRequest(client.code()).remove("client_secret"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.token(client.tokenRequest(client.code()), "Authorization", "Basic %%%")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("gives no code without PKCE, nor for the method plain")
    void pkce() {
        var without = client.callback(
                client.authorizationRequest().remove("code_challenge").remove("code_challenge_method"));
        var plain = client.callback(client.authorizationRequest().set("code_challenge_method", "plain"));

        assertThat(values(without, "error")).containsExactly("invalid_request");
        assertThat(values(plain, "error")).containsExactly("invalid_request");
        assertThat(values(client.callback(client.authorizationRequest().set("response_type", "token")), "error"))
                .containsExactly("unsupported_response_type");
    }

    @Test
    @DisplayName("sends nobody to a redirect URI off this machine, nor for a client it does not know")
    void openRedirect() {
        for (var request : List.of(
                client.authorizationRequest().set("redirect_uri", "https://evil.example/callback"),
                client.authorizationRequest().set("redirect_uri", "no uri"),
                client.authorizationRequest().set("client_id", "somebody"))) {
            HttpResponse<String> response = client.get(Endpoint.AUTHORIZATION, "?" + request.encoded());

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    @DisplayName("compares registered redirect URIs exactly")
    void registeredRedirectUri() {
        try (FakeIssuer strict =
                FakeIssuer.builder().redirectUri(RelyingParty.REDIRECT_URI).start()) {
            strict.person(Person.of("1"));
            RelyingParty party = new RelyingParty(strict);

            assertThat(party.code()).isNotEmpty();
            assertThat(party.get(
                                    Endpoint.AUTHORIZATION,
                                    "?"
                                            + party.authorizationRequest()
                                                    .set("redirect_uri", RelyingParty.REDIRECT_URI + "/")
                                                    .encoded())
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName("signs in whoever was added last, or whom the hint names by id or address")
    void persons() {
        issuer.person(Person.of("2").with("email", "grace@example.org"));

        assertThat(text(RelyingParty.claims(client.idToken()), "sub")).isEqualTo("2");
        assertThat(subjectHinted("ada@example.org")).isEqualTo("248289761001");
        assertThat(subjectHinted("248289761001")).isEqualTo("248289761001");
        assertThat(subjectHinted("nobody@example.org")).isEqualTo("2");
    }

    @Test
    @DisplayName("signs with a new key after a rotation, and still publishes the old one")
    void rotation() throws Exception {
        String before = client.idToken();

        issuer.rotateKeys();
        String after = client.idToken();

        assertThat(RelyingParty.header(after).get("kid"))
                .isNotEqualTo(RelyingParty.header(before).get("kid"));
        assertThat(verifies(issuer, before)).isTrue();
        assertThat(verifies(issuer, after)).isTrue();
    }

    @Test
    @DisplayName("publishes the new key alone when keys are replaced")
    void replacement() throws Exception {
        String before = client.idToken();

        issuer.replaceKeys();

        assertThat(verifies(issuer, before)).isFalse();
        assertThat(verifies(issuer, client.idToken())).isTrue();
    }

    @Test
    @DisplayName("records requests with their parameters and headers, but prints only names")
    void records() {
        String code = client.code();
        client.redeem(code);

        RecordedRequest request = issuer.requests(Endpoint.TOKEN).get(0);
        assertThat(request.parameter("code")).contains(code);
        assertThat(request.header("content-type")).contains("application/x-www-form-urlencoded");
        assertThat(request.parameterNames()).contains("code_verifier", "client_secret");
        assertThat(request)
                .hasToString("POST /token [grant_type, code, redirect_uri, code_verifier, client_id, client_secret]");
        assertThat(issuer.requests("/token")).isEqualTo(1);
        assertThat(issuer.requests("/userinfo")).isZero();
        assertThat(issuer.toString())
                .isEqualTo("FakeIssuer[" + issuer.issuer() + "/, 2 requests]")
                .doesNotContain(issuer.clientSecret());

        issuer.forgetRequests();
        assertThat(issuer.requests()).isEmpty();
    }

    @Test
    @DisplayName("has Google's shape when asked: its issuer, its paths, azp")
    void google() {
        try (FakeIssuer google = FakeIssuer.google().start()) {
            google.person(Person.of("117423").with("hd", "example.org"));
            RelyingParty party = new RelyingParty(google);

            JsonObject claims = RelyingParty.claims(party.idToken());

            assertThat(text(claims, "iss")).isEqualTo("https://accounts.google.com");
            assertThat(text(claims, "azp")).isEqualTo(google.clientId());
            assertThat(text(claims, "hd")).isEqualTo("example.org");
            assertThat(google.uri(Endpoint.AUTHORIZATION).getPath()).isEqualTo("/o/oauth2/v2/auth");
        }
    }

    @Test
    @DisplayName("can have many issuers' shape: an issuer with a path, and the token's own tenant in it")
    void tenants() {
        try (FakeIssuer entra = FakeIssuer.builder()
                .issuer("https://login.example/{tenantid}/v2.0")
                .start()) {
            entra.person(Person.of("1").with("tid", "8eaef023"));

            assertThat(text(RelyingParty.claims(new RelyingParty(entra).idToken()), "iss"))
                    .isEqualTo("https://login.example/8eaef023/v2.0");
        }
        try (FakeIssuer realm = FakeIssuer.builder().issuerPath("/realms/demo").start()) {
            RelyingParty party = new RelyingParty(realm);

            var document = party.get(URI.create(realm.issuer() + "/.well-known/openid-configuration"));

            assertThat(text(object(document.body()), "issuer"))
                    .isEqualTo(realm.issuer())
                    .endsWith("/realms/demo");
        }
    }

    @Test
    @DisplayName("makes tokens that no endpoint gave out")
    void credentials() throws Exception {
        Person person = Person.of("1");

        String withNonce = issuer.idToken(person, Optional.of("n"));
        String any = issuer.sign("[]".getBytes(StandardCharsets.UTF_8));

        assertThat(text(RelyingParty.claims(withNonce), "nonce")).isEqualTo("n");
        assertThat(RelyingParty.claims(withNonce).has("at_hash")).isFalse();
        assertThat(RelyingParty.part(any, 1)).isEqualTo("[]");
        assertThat(verifies(issuer, withNonce)).isTrue();
        assertThat(client.userinfo(issuer.accessToken(person)).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("refuses a person-less login, a misbehaviour it has no part for, and a secret that is too short")
    void misuse() {
        assertThatThrownBy(() -> issuer.misbehave(Misbehaviour.TOKEN_OF_OTHER_APP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this provider has no part in which TOKEN_OF_OTHER_APP shows");
        assertThatThrownBy(() -> FakeIssuer.builder().client("id", "short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a client's secret has 32 bytes or more");
        try (FakeIssuer empty = FakeIssuer.start()) {
            RelyingParty party = new RelyingParty(empty);

            HttpResponse<String> response = party.get(
                    Endpoint.AUTHORIZATION, "?" + party.authorizationRequest().encoded());

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("nobody has an account here");
        }
    }

    private String subjectHinted(String hint) {
        String code = values(client.callback(client.authorizationRequest().add("login_hint", hint)), "code")
                .get(0);
        return text(RelyingParty.claims(text(object(client.redeem(code).body()), "id_token")), "sub");
    }

    static boolean verifies(FakeIssuer issuer, String token) throws Exception {
        String keys = new RelyingParty(issuer).get(Endpoint.JWKS, "").body();
        SignedJWT signed = SignedJWT.parse(token);
        JWK key = JWKSet.parse(keys).getKeyByKeyId(signed.getHeader().getKeyID());
        return key != null
                && signed.verify(new DefaultJWSVerifierFactory()
                        .createJWSVerifier(signed.getHeader(), ((AsymmetricJWK) key).toPublicKey()));
    }
}
