package dev.onoma.providers.oidc.live;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.connection.Connection;
import dev.onoma.oauth.oidc.IdTokenVerifier;
import dev.onoma.oauth.oidc.IssuerRule;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.providers.oidc.OidcIssuer;
import java.net.URI;

/**
 * Live logins with an OpenID Connect issuer, which is asked about itself when they are built.
 *
 * <pre>{@code
 * OidcIssuer issuer = OidcIssuer.keycloak("https://login.example.com", "staff");
 * OidcLogin staff = IssuerLogin.of(issuer, issuer.connection("staff").build(), id, secret, redirectUri).build();
 * LoginFlow flow = LoginFlow.builder(processor, key).client(staff.client()).build();
 * }</pre>
 */
public final class IssuerLogin {
    private IssuerLogin() {}

    /**
     * A builder, which asks for {@code openid profile email}, and userinfo where it says more than the id_token.
     *
     * @param connection usually {@link OidcIssuer#connection}; its id space has to be the issuer's name
     * @param redirectUri as it is registered
     * @throws IllegalArgumentException when the connection's subjects are those of another issuer
     */
    public static OidcLogin.Builder of(
            OidcIssuer issuer, Connection connection, String clientId, String secret, URI redirectUri) {
        requireNonNull(secret, "secret");
        if (!connection.idSpace().filter(issuer.name()::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "the id space of connection \"" + connection.name() + "\" must be its issuer's name");
        }
        OidcLogin.Builder login = OidcLogin.discovered(
                        issuer.discovery(), issuer.name(), connection, clientId, redirectUri)
                .secret(secret)
                .scope("profile", "email")
                .issuers(rule(issuer))
                .userinfo(issuer.userinfoSaysMore());
        return issuer.repeatsNonce() ? login : login.idTokens(IdTokenVerifier.Builder::acceptMissingNonce);
    }

    private static IssuerRule rule(OidcIssuer issuer) {
        return issuer.hasTenants()
                ? IssuerRule.ownTenant(issuer.name(), issuer.tenants())
                : IssuerRule.exactly(issuer.name());
    }
}
