package dev.onoma.providers.oidc;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.Provider;

/**
 * Any OpenID Connect issuer, by the standard claims. {@code preferred_username} may change and be reused, so it stays
 * in {@code profileData}.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims">OpenID Connect Core 1.0, section
 *     5.1</a>
 */
public final class Oidc {
    /** The table. */
    public static final Provider PROVIDER = ClaimMap.standard()
            .applyTo(Provider.named("oidc").openIdConnect().subject("sub"))
            .build();

    private Oidc() {}

    /** A connection to an issuer, whose subjects are unique within that issuer only. */
    public static Connection.Builder connection(String name, String issuer) {
        return Connection.of(name, PROVIDER).idSpace(issuer);
    }
}
