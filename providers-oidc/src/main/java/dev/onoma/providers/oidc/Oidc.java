package dev.onoma.providers.oidc;

import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.Flag;
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
    public static final Provider PROVIDER = Provider.named("oidc")
            .openIdConnect()
            .subject("sub")
            .attribute(NAME, "name")
            .attribute(GIVEN_NAME, "given_name")
            .attribute(FAMILY_NAME, "family_name")
            .attribute(NICKNAME, "nickname")
            .attribute(PICTURE, "picture")
            .email("email", Flag.claim("email_verified"))
            .phone("phone_number", Flag.claim("phone_number_verified"))
            .build();

    private Oidc() {}

    /** A connection to an issuer, whose subjects are unique within that issuer only. */
    public static Connection.Builder connection(String name, String issuer) {
        return Connection.of(name, PROVIDER).idSpace(issuer);
    }
}
