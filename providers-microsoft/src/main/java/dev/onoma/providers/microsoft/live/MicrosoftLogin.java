package dev.onoma.providers.microsoft.live;

import dev.onoma.core.connection.Connection;
import dev.onoma.oauth.oidc.OidcLogin;
import java.net.URI;

/**
 * Live logins with Microsoft.
 *
 * <pre>{@code
 * Connection connection = Microsoft.connection("microsoft").build();
 * OidcLogin microsoft = MicrosoftLogin.of(Tenants.any(), connection, id, secret, redirectUri).build();
 * LoginFlow flow = LoginFlow.builder(processor, key).client(microsoft.client()).build();
 * }</pre>
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc">OpenID Connect on the
 *     Microsoft identity platform</a>
 */
public final class MicrosoftLogin {
    private MicrosoftLogin() {}

    /**
     * A builder. It does not ask userinfo, which says no more than the id_token and names no object id.
     *
     * @param clientId the id of the application's registration
     * @param redirectUri as it is registered
     */
    public static OidcLogin.Builder of(
            Tenants tenants, Connection connection, String clientId, String secret, URI redirectUri) {
        return OidcLogin.of(tenants.metadata(), connection, clientId, redirectUri)
                .secret(secret)
                .scope("profile", "email")
                .issuers(tenants.issuers());
    }
}
