package dev.onoma.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.testkit.Developer;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginClientTest {
    private static final Connection CONNECTION =
            Developer.connection("developer").build();
    private static final URI CALLBACK = URI.create("https://app.example/callback");

    private static LoginClient.Builder client() {
        return LoginClient.of(CONNECTION, "id", CALLBACK)
                .endpoints(Endpoints.of("https://idp.example/authorize?tenant=1", "https://idp.example/token"))
                .claims(request -> Claims.of(JsonObject.EMPTY, Evidence.USERINFO_RESPONSE));
    }

    private static String authorization(LoginClient client) {
        return CodeGrant.of(client)
                .authorizationUri("the-state", "the-nonce", new CodeVerifier("v".repeat(43)))
                .toString();
    }

    @Test
    @DisplayName("an authorization endpoint keeps the query of its own")
    void ownQuery() {
        assertThat(authorization(client().scope("a", "b").build()))
                .startsWith("https://idp.example/authorize?tenant=1&")
                .contains("scope=a%20b")
                .contains("state=the-state")
                .contains("nonce=the-nonce");
    }

    @Test
    @DisplayName("a client without scopes asks for none, and further parameters are sent along")
    void parameters() {
        assertThat(authorization(client().parameter("prompt", "select account").build()))
                .contains("prompt=select%20account")
                .doesNotContain("scope=");
    }

    @Test
    @DisplayName("the challenge is the one of RFC 7636, appendix B")
    void challenge() {
        CodeVerifier verifier = new CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

        assertThat(verifier.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        assertThat(verifier).hasToString("CodeVerifier");
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeVerifier("v".repeat(42)));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeVerifier("v".repeat(129)));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeVerifier("v".repeat(42) + "+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "response_type",
                "response_mode",
                "client_id",
                "client_secret",
                "redirect_uri",
                "scope",
                "state",
                "nonce",
                "code_challenge",
                "code_challenge_method",
                "request",
                "request_uri",
                ""
            })
    @DisplayName("nobody else sends the flow's own parameters")
    void ownParameters(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> client().parameter(name, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://idp.example/token",
                "ftp://idp.example/token",
                "/token",
                "https:token",
                "https://user@idp.example/token",
                "https://idp.example/token#x",
                "http://localhost.evil.example/token",
                "http://127.0.0.1.evil.example/token"
            })
    @DisplayName("an endpoint is https, or on the loopback host")
    void endpoints(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoints.of("https://idp.example/", uri))
                .withMessage("an endpoint must be https, or http on the loopback host");
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoints.of(uri, "https://idp.example/"));
        assertThat(Endpoints.of("http://localhost:1/a", "http://[::1]:1/b")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example/callback",
                "http://127.0.0.1.evil.example/callback",
                "http://[::2]/callback",
                "http://[fe80::1]/callback",
                "http://0.0.0.0/callback",
                "javascript:alert(1)",
                "data:text/html,x",
                "app:/callback"
            })
    @DisplayName("a redirect URI on which others could read the code is refused")
    void readableRedirectUri(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginClient.of(CONNECTION, "id", URI.create(uri)))
                .withMessage(
                        "a redirect URI must be https, http on the loopback host, or of an application's own scheme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/callback?tenant=1",
                "http://localhost:8080/callback",
                "http://127.0.0.1/callback",
                "http://[::1]:61023/callback",
                "com.example.app:/callback"
            })
    @DisplayName("a redirect URI is https, on the loopback host of either family, or an installed application's")
    void redirectUri(String uri) {
        assertThat(LoginClient.of(CONNECTION, "id", URI.create(uri))).isNotNull();
    }

    @Test
    @DisplayName("what is missing or does not fit is refused when the client is built")
    void wrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginClient.of(CONNECTION, "id", CALLBACK).build())
                .withMessage("a client needs endpoints(…) and claims(…)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().requireIssuerInAnswers().build())
                .withMessage("answers can be required to name an issuer only where there is one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginClient.of(CONNECTION, " ", CALLBACK))
                .withMessage("a client id must be visible ASCII characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginClient.of(CONNECTION, "id", URI.create("/callback")))
                .withMessage("a redirect URI must be absolute and have no fragment");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginClient.of(CONNECTION, "id", URI.create("https://app.example/#x")))
                .withMessage("a redirect URI must be absolute and have no fragment");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().secret("s", ClientAuthentication.NONE))
                .withMessage("a client with a secret must show it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().scope("a b"))
                .withMessage("scopes are given one by one");
        assertThatIllegalArgumentException().isThrownBy(() -> client().issuer(""));
        for (String age : new String[] {"", "-1", "1.5", "an hour", "1234567890"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client().parameter("max_age", age))
                    .withMessage("\"max_age\" must be a number of seconds");
        }
    }

    @Test
    @DisplayName("the answer comes as a form that is posted where the client asks for it")
    void formPost() {
        assertThat(authorization(client().formPost().build())).contains("response_mode=form_post");
        assertThat(authorization(client().build())).doesNotContain("response_mode");
    }

    @Test
    @DisplayName("a secret that changes is asked for when a code is exchanged, and not before")
    void changingSecret() {
        AtomicInteger asked = new AtomicInteger();
        LoginClient client = client().secret(
                        () -> "secret " + asked.incrementAndGet(), ClientAuthentication.SECRET_POST)
                .build();

        authorization(client);

        assertThat(asked).hasValue(0);
        assertThat(client.secret()).isEqualTo("secret 1");
        assertThat(client.secret()).isEqualTo("secret 2");
    }

    @Test
    @DisplayName("prints neither id nor secret")
    void text() {
        assertThat(client().secret("zq7", ClientAuthentication.SECRET_POST)
                        .scope("a")
                        .build())
                .hasToString("LoginClient[developer, SECRET_POST, scopes=[a]]");
        assertThat(client().build().answersAs(Optional.empty())).isTrue();
    }
}
