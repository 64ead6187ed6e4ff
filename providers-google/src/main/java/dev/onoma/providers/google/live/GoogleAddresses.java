package dev.onoma.providers.google.live;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * Where Google is: elsewhere only in tests.
 *
 * @param authorization where the browser is sent
 * @param token where codes are exchanged
 * @param keys Google's JWK set
 * @param userinfo where Google tells more of a person
 */
public record GoogleAddresses(URI authorization, URI token, URI keys, URI userinfo) {
    /** Google's issuer. */
    public static final String ISSUER = "https://accounts.google.com";

    /** The other spelling, which Google's tokens may bear as well. */
    public static final String ISSUER_WITHOUT_SCHEME = "accounts.google.com";

    /**
     * As Google's discovery document has them.
     *
     * @see <a href="https://accounts.google.com/.well-known/openid-configuration">Google's discovery document</a>
     */
    public static final GoogleAddresses PUBLIC = new GoogleAddresses(
            URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
            URI.create("https://oauth2.googleapis.com/token"),
            URI.create("https://www.googleapis.com/oauth2/v3/certs"),
            URI.create("https://openidconnect.googleapis.com/v1/userinfo"));

    public GoogleAddresses {
        requireNonNull(authorization, "authorization");
        requireNonNull(token, "token");
        requireNonNull(keys, "keys");
        requireNonNull(userinfo, "userinfo");
    }
}
