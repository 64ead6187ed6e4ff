package dev.onoma.providers.linkedin.live;

import dev.onoma.core.connection.Connection;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.oidc.IdTokenVerifier;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.oauth.oidc.ProviderMetadata;
import java.net.URI;

/**
 * Live logins with LinkedIn.
 *
 * <pre>{@code
 * Connection connection = LinkedIn.connection("linkedin", id).build();
 * OidcLogin linkedIn = LinkedInLogin.of(connection, id, secret, redirectUri).build();
 * LoginFlow flow = LoginFlow.builder(processor, key).client(linkedIn.client()).build();
 * }</pre>
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2">Sign
 *     In with LinkedIn using OpenID Connect</a>
 */
public final class LinkedInLogin {
    /**
     * LinkedIn, as its discovery document has it.
     *
     * @see <a href="https://www.linkedin.com/oauth/.well-known/openid-configuration">LinkedIn's discovery document</a>
     */
    public static final ProviderMetadata LINKEDIN = ProviderMetadata.known(
                    "https://www.linkedin.com/oauth",
                    Endpoints.of(
                            "https://www.linkedin.com/oauth/v2/authorization",
                            "https://www.linkedin.com/oauth/v2/accessToken"),
                    URI.create("https://www.linkedin.com/oauth/openid/jwks"))
            .userinfo(URI.create("https://api.linkedin.com/v2/userinfo"));

    private LinkedInLogin() {}

    /**
     * A builder, which asks userinfo at each login. LinkedIn's tokens do not repeat the nonce: in the redirect, where
     * state and PKCE bind the login to the browser, they are taken without.
     *
     * @param redirectUri as it is registered
     */
    public static OidcLogin.Builder of(Connection connection, String clientId, String secret, URI redirectUri) {
        return OidcLogin.of(LINKEDIN, connection, clientId, redirectUri)
                .secret(secret)
                .scope("profile", "email")
                .idTokens(IdTokenVerifier.Builder::acceptMissingNonce);
    }
}
