package dev.onoma.oauth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.client.ClaimsRequest;
import dev.onoma.oauth.client.ClientAuthentication;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.ProviderTokens;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.Environment;
import dev.onoma.testkit.Developer;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A login with an OpenID Connect issuer")
class OidcLoginTest {
    private static final Person ADA = Person.of("248289761001").with("email", "ada@example.org");
    private static final Connection CONNECTION =
            Developer.connection("developer").build();
    private static final URI CALLBACK = URI.create("https://app.example/callback");

    private final TestClock clock = TestClock.fixed();
    private final FakeIssuer issuer = FakeIssuer.builder().clock(clock).start();

    @AfterEach
    void close() {
        issuer.close();
    }

    private ProviderMetadata metadata() {
        return ProviderMetadata.known(
                        issuer.issuer(),
                        new Endpoints(issuer.uri(Endpoint.AUTHORIZATION), issuer.uri(Endpoint.TOKEN)),
                        issuer.uri(Endpoint.JWKS))
                .userinfo(issuer.uri(Endpoint.USERINFO));
    }

    private OidcLogin.Builder known() {
        return OidcLogin.of(metadata(), CONNECTION, issuer.clientId(), CALLBACK)
                .in(Environment.standard().clock(clock));
    }

    private Claims redirected(OidcLogin login) {
        issuer.person(ADA);
        ProviderTokens tokens = ProviderTokens.of(issuer.accessToken(ADA))
                .idToken(issuer.idToken(ADA, Optional.of("n-1")))
                .build();
        return login.client()
                .claims()
                .claims(new ClaimsRequest(tokens, "n-1", login.client().http())
                        .answer(Map.of("user", "{}", "empty", "")));
    }

    @Test
    @DisplayName("asks an issuer that is known nothing before somebody logs in, and userinfo unless told not to")
    void askedWhenNeeded() {
        OidcLogin login = known().build();

        assertThat(issuer.requests()).isEmpty();
        assertThat(redirected(login).sources()).hasSize(2);
        assertThat(redirected(known().userinfo(false).build()).sources()).hasSize(1);
        assertThat(login).hasToString("OidcLogin[LoginClient[developer, NONE, scopes=[openid]]]");
    }

    @Test
    @DisplayName("shows the secret as the issuer takes it: posted where it is known, by what discovery lists elsewhere")
    void secret() {
        OidcLogin.Builder discovered = OidcLogin.discovered(
                        URI.create(issuer.issuer()), issuer.issuer(), CONNECTION, issuer.clientId(), CALLBACK)
                .secret("s");

        assertThat(known().secret("s").build().client().authentication()).isEqualTo(ClientAuthentication.SECRET_POST);
        assertThat(discovered.build().client().authentication()).isEqualTo(ClientAuthentication.SECRET_BASIC);
    }

    @Test
    @DisplayName("takes what a source adds in the redirect, by what the browser brought")
    void sources() {
        OidcLogin login = known().userinfo(false)
                .sources(idToken -> request -> request.answer("user").isPresent()
                                && request.answer("empty").isEmpty()
                        ? idToken.claims(request).and(Claims.of(JsonObject.EMPTY, Evidence.UNSIGNED_FORM))
                        : idToken.claims(request))
                .build();

        assertThat(redirected(login).sources()).hasSize(2);
    }

    @Test
    @DisplayName("admits whom the provider's rule admits, whichever way the claims came")
    void admission() {
        OidcLogin login = known().admit(claims -> {
                    throw new DeniedException(DenialCode.WRONG_DOMAIN, "nobody");
                })
                .build();
        String withoutNonce = issuer.idToken(ADA, Optional.empty());

        assertThat(catchThrowableOfType(DeniedException.class, () -> redirected(login)))
                .hasMessage("nobody");
        assertThat(catchThrowableOfType(
                        DeniedException.class, () -> login.idToken(issuer.idToken(ADA, Optional.of("n")), "n")))
                .hasMessage("nobody");
        assertThat(catchThrowableOfType(DeniedException.class, () -> login.idTokenWithoutNonce(withoutNonce)))
                .hasMessage("nobody");
    }

    @Test
    @DisplayName(
            "checks in the token how recently and how the person had to authenticate, which a browser can take out")
    void authentication() {
        TestProvider provider = new TestProvider();
        TestProvider.RelyingParty careful = provider.relyingParty(
                rules -> {}, client -> client.parameter("max_age", "300").parameter("acr_values", "phr  phrh"));

        assertThat(TestProvider.parameters(careful.start())).containsEntry("max_age", "300");
        assertThat(careful.denied()).as("neither said").isEqualTo(DenialCode.INVALID_ID_TOKEN);
        provider.claims(all ->
                all.with("auth_time", JsonValue.from(TestIssuer.NOW - 360)).with("acr", JsonValue.from("phrh")));
        assertThat(careful.accepted().primaryIdentity().subject()).isEqualTo(TestIssuer.SUBJECT);
        provider.claims(all ->
                all.with("auth_time", JsonValue.from(TestIssuer.NOW - 361)).with("acr", JsonValue.from("phrh")));
        assertThat(careful.denied()).as("too long ago").isEqualTo(DenialCode.INVALID_ID_TOKEN);
        provider.claims(
                all -> all.with("auth_time", JsonValue.from(TestIssuer.NOW)).with("acr", JsonValue.from("pwd")));
        assertThat(careful.denied()).as("by a password").isEqualTo(DenialCode.INVALID_ID_TOKEN);
        assertThat(provider.relyingParty().accepted().primaryIdentity().subject())
                .as("where nothing was asked")
                .isEqualTo(TestIssuer.SUBJECT);
    }

    @Test
    @DisplayName("does without a nonce where the issuer repeats none, but in the redirect alone")
    void missingNonce() {
        OidcLogin login =
                known().idTokens(IdTokenVerifier.Builder::acceptMissingNonce).build();
        issuer.misbehave(Misbehaviour.MISSING_NONCE);
        String token = issuer.idToken(ADA, Optional.of("n"));

        assertThat(redirected(login).sources()).hasSize(2);
        assertThat(catchThrowableOfType(DeniedException.class, () -> login.idToken(token, "n"))
                        .denial()
                        .message())
                .isEqualTo("id_token claim \"nonce\" is missing");
    }
}
