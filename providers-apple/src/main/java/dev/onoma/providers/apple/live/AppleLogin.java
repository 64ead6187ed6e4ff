package dev.onoma.providers.apple.live;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.oauth.client.ClaimsSource;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.oauth.oidc.ProviderMetadata;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Live logins with Apple. The answer comes as a form that the browser posts from Apple's page: the login's handle has to
 * be in a cookie that is {@code SameSite=None; Secure}, and the form's body goes to {@code Callback.parse}.
 *
 * <pre>{@code
 * Connection connection = Apple.connection("apple", teamId).build();
 * OidcLogin apple = AppleLogin.of(connection, clientId, AppleKey.of(teamId, keyId, p8), redirectUri).build();
 * LoginFlow flow = LoginFlow.builder(processor, key).client(apple.client()).build();
 * }</pre>
 *
 * @see <a href="https://developer.apple.com/documentation/signinwithapple/configuring-your-webpage-for-sign-in-with-apple">
 *     Configuring your webpage for Sign in with Apple</a>
 */
public final class AppleLogin {
    static final String ISSUER = "https://appleid.apple.com";

    /**
     * Apple, as its discovery document has it.
     *
     * @see <a href="https://appleid.apple.com/.well-known/openid-configuration">Apple's discovery document</a>
     */
    public static final ProviderMetadata APPLE = ProviderMetadata.known(
            ISSUER,
            Endpoints.of("https://appleid.apple.com/auth/authorize", "https://appleid.apple.com/auth/token"),
            URI.create("https://appleid.apple.com/auth/keys"));

    private AppleLogin() {}

    /**
     * A builder.
     *
     * @param clientId of the Services ID, or of an app that hands its id_tokens over
     * @param key the team's, by which the client's secret is signed anew every few minutes
     * @param redirectUri as it is registered
     */
    public static OidcLogin.Builder of(Connection connection, String clientId, AppleKey key, URI redirectUri) {
        return OidcLogin.of(APPLE, connection, clientId, redirectUri)
                .secret(new ClientSecret(key, clientId)::at)
                .scope("name", "email")
                // Apple asks for it with these scopes.
                .request(LoginClient.Builder::formPost)
                .sources(AppleLogin::withUser);
    }

    private static ClaimsSource withUser(ClaimsSource idToken) {
        return request -> {
            Claims claims = idToken.claims(request);
            return request.answer("user")
                    .map(user -> claims.and(user(user)))
                    .orElseGet(() -> claims.notConsulted(Evidence.UNSIGNED_FORM));
        };
    }

    /**
     * The name in the form field {@code user}, for who takes id_tokens from an app, and what the app was told beside
     * them: {@code login.idToken(token, nonce).and(AppleLogin.user(json))}. Nothing else of it is taken: nobody signed
     * it. One that cannot be read, or has no name, says nothing.
     *
     * @param json as it was received
     */
    public static Claims user(String json) {
        Claims all = Claims.parse(json.getBytes(StandardCharsets.UTF_8), Evidence.UNSIGNED_FORM);
        JsonObject name = all.sources().stream()
                .findFirst()
                .flatMap(source -> source.object())
                .flatMap(user -> user.get("name").map(value -> JsonObject.EMPTY.with("name", value)))
                .orElse(JsonObject.EMPTY);
        return Claims.of(name, Evidence.UNSIGNED_FORM);
    }
}
