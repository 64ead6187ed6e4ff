package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.ACCESS_TOKEN;
import static dev.onoma.oauth.oidc.TestIssuer.NONCE;
import static dev.onoma.oauth.oidc.TestIssuer.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.oauth.client.ClaimsRequest;
import dev.onoma.oauth.client.ProviderTokens;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.Deadline;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.http.HttpReply;
import dev.onoma.oauth.http.ProviderHttp;
import dev.onoma.oauth.world.Loopback;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The claims of an OpenID Connect login")
class OidcClaimsTest {
    private static final URI USERINFO = URI.create("https://issuer.example.com/userinfo");

    private final TestIssuer issuer = new TestIssuer();
    private final IdTokenVerifier verifier = issuer.verifier().build();
    private final List<HttpCall> calls = new ArrayList<>();
    private final HttpExchange http = call -> {
        calls.add(call);
        return HttpReply.json("{\"sub\":\"" + SUBJECT + "\",\"name\":\"Jane Doe\"}");
    };

    private ClaimsRequest request(String idToken) {
        return new ClaimsRequest(
                ProviderTokens.of(ACCESS_TOKEN).idToken(idToken).build(), NONCE, http);
    }

    @Test
    @DisplayName("are those of the id_token alone, and nothing is asked")
    void idTokenAlone() {
        Claims claims = OidcClaims.idToken(verifier).claims(request(issuer.token()));

        assertThat(claims.sources())
                .extracting(source -> source.evidence())
                .containsExactly(Evidence.VERIFIED_ID_TOKEN);
        assertThat(claims.isFullyConsulted()).isFalse();
        assertThat(calls).isEmpty();
    }

    @Test
    @DisplayName("are those of the id_token before those of userinfo, asked with the login's own access token")
    void both() {
        OidcClaims source = OidcClaims.idTokenAndUserinfo(verifier, USERINFO);

        Claims claims = source.claims(request(issuer.token()));

        assertThat(claims.sources())
                .extracting(one -> one.evidence())
                .containsExactly(Evidence.VERIFIED_ID_TOKEN, Evidence.USERINFO_RESPONSE);
        assertThat(claims.isFullyConsulted()).isTrue();
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).uri()).isEqualTo(USERINFO);
        assertThat(calls.get(0).headers())
                .containsEntry("Authorization", "Bearer " + ACCESS_TOKEN)
                .containsEntry("Accept", "application/json, application/jwt");
        assertThat(source).hasToString("OidcClaims[IssuerRule[https://issuer.example.com], userinfo]");
    }

    @Test
    @DisplayName("are refused before userinfo is asked, where the id_token is")
    void refusedFirst() {
        OidcClaims source = OidcClaims.idTokenAndUserinfo(verifier, USERINFO);

        for (String token : List.of(
                issuer.tokenWith("aud", "other"),
                issuer.tokenWith("nonce", "another"),
                issuer.tokenWith("at_hash", "77QmUPtjPfzWtF2AnpK9RQ"))) {
            assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> source.claims(request(token)));
        }
        assertThat(calls).isEmpty();
    }

    @Test
    @DisplayName("are refused without an id_token: OAuth alone says nothing of who the person is")
    void noIdToken() {
        ClaimsRequest request =
                new ClaimsRequest(ProviderTokens.of(ACCESS_TOKEN).build(), NONCE, http);

        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(
                        () -> OidcClaims.idTokenAndUserinfo(verifier, USERINFO).claims(request))
                .withMessage("id_token is missing in the token response")
                .matches(denied -> denied.code().equals("invalid_id_token"));
        assertThat(calls).isEmpty();
    }

    @Test
    @DisplayName("wait for the keys of signed userinfo no longer than the callback has left")
    void deadline() {
        List<Deadline> waited = new ArrayList<>();
        KeySet known = KeySet.parse(TestKey.set(issuer.key.jwk()));
        KeySource keys = new KeySource() {
            @Override
            public KeySet current() {
                return known;
            }

            @Override
            public KeySet newerThan(KeySet tried, TokenOrigin origin) {
                return tried;
            }

            @Override
            public KeySet current(Deadline until) {
                waited.add(until);
                return known;
            }

            @Override
            public KeySet newerThan(KeySet tried, TokenOrigin origin, Deadline until) {
                waited.add(until);
                return tried;
            }
        };
        Deadline callback = Deadline.in(Duration.ofSeconds(10));
        String unknown = TestKey.rsa("k2").sign(issuer.claims());
        HttpReply signed = new HttpReply(
                200, Map.of("Content-Type", "application/jwt"), unknown.getBytes(StandardCharsets.US_ASCII));
        OidcClaims source = OidcClaims.idTokenAndUserinfo(
                issuer.verifier(keys).build(), URI.create("https://issuer.example.com/userinfo"));

        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> source.claims(new ClaimsRequest(
                        ProviderTokens.of("access").idToken(issuer.token()).build(), NONCE, call -> signed, callback)));

        assertThat(waited).hasSize(3).containsOnly(callback);
    }

    @Test
    @DisplayName("are not asked for over plain http elsewhere than on the loopback host")
    void plainHttp() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OidcClaims.idTokenAndUserinfo(verifier, URI.create("http://evil.example.com/userinfo")));
    }

    @Test
    @DisplayName("come over HTTP: discovery, keys, userinfo, each asked once for two logins")
    void overHttp() {
        try (Loopback server = Loopback.answering((request, out) -> {
            String base = "http://" + request.headers().get("host");
            String body = switch (request.path()) {
                case "/.well-known/openid-configuration" ->
                    "{\"issuer\":\"" + base + "\",\"authorization_endpoint\":\"" + base + "/authorize\","
                            + "\"token_endpoint\":\"" + base + "/token\",\"jwks_uri\":\"" + base + "/jwks\","
                            + "\"userinfo_endpoint\":\"" + base + "/userinfo\"}";
                case "/jwks" -> new String(TestKey.set(issuer.key.jwk()), java.nio.charset.StandardCharsets.UTF_8);
                default -> "{\"sub\":\"" + SUBJECT + "\"}";
            };
            out.write(Loopback.json(body).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        })) {
            ProviderHttp real = ProviderHttp.standard();
            ProviderMetadata metadata = ProviderMetadata.discover(server.uri("").toString(), real);
            JwksSource keys = JwksSource.of(metadata.jwksUri(), real).build();
            OidcClaims source = OidcClaims.idTokenAndUserinfo(
                    IdTokenVerifier.of(IssuerRule.exactly(metadata.issuer()), TestIssuer.CLIENT, keys)
                            .clock(issuer.clock)
                            .build(),
                    metadata.userinfoEndpoint().orElseThrow());
            String token = issuer.tokenWith("iss", metadata.issuer());

            for (int i = 0; i < 2; i++) {
                ClaimsRequest request = new ClaimsRequest(
                        ProviderTokens.of(ACCESS_TOKEN).idToken(token).build(), NONCE, real);
                assertThat(source.claims(request).sources()).hasSize(2);
            }

            assertThat(server.requests())
                    .extracting(Loopback.Request::path)
                    .containsExactly("/.well-known/openid-configuration", "/jwks", "/userinfo", "/userinfo");
        }
    }
}
