package dev.onoma.oauth.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses are asked at all: https, or http on this very machine. */
final class Endpoints {
    private static final Pattern LOOPBACK =
            Pattern.compile("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1]|localhost");

    private Endpoints() {}

    /**
     * The address that an issuer's name is.
     *
     * @throws IllegalArgumentException when it is none, or has a query
     */
    static URI issuer(String issuer) {
        URI uri;
        try {
            uri = new URI(issuer);
        } catch (URISyntaxException noAddress) {
            throw new IllegalArgumentException("an issuer must be a URL", noAddress);
        }
        if (uri.getRawQuery() != null) {
            throw new IllegalArgumentException("an issuer must have no query");
        }
        return uri;
    }

    /** @throws IllegalArgumentException when it is not to be asked */
    static void check(URI uri) {
        if (!isAcceptable(uri)) {
            throw new IllegalArgumentException(
                    "an address must be https, or http on this machine, with a host, no user and no fragment");
        }
    }

    static boolean isAcceptable(URI uri) {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (scheme == null || host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return false;
        }
        return scheme.equalsIgnoreCase("https")
                || (scheme.equalsIgnoreCase("http")
                        && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches());
    }
}
