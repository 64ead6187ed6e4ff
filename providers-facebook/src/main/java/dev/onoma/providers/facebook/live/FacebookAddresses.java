package dev.onoma.providers.facebook.live;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * Where Facebook is, and in which version its API is spoken: elsewhere only in tests.
 *
 * @param site where people log in, without a path
 * @param graph the Graph API, without a path
 * @param keys the JWK set that signs the tokens of Limited Login
 * @param version such as {@code v23.0}; Facebook serves each for two years at least
 */
public record FacebookAddresses(URI site, URI graph, URI keys, String version) {
    /**
     * The public ones.
     *
     * @see <a href="https://developers.facebook.com/docs/graph-api/changelog/versions">Graph API, versions</a>
     * @see <a href="https://developers.facebook.com/docs/facebook-login/limited-login/token/">Limited Login, token</a>
     */
    public static final FacebookAddresses PUBLIC = new FacebookAddresses(
            URI.create("https://www.facebook.com"),
            URI.create("https://graph.facebook.com"),
            URI.create("https://limited.facebook.com/.well-known/oauth/openid/jwks/"),
            "v23.0");

    public FacebookAddresses {
        requireNonNull(site, "site");
        requireNonNull(graph, "graph");
        requireNonNull(keys, "keys");
        if (!version.matches("v[0-9]{1,3}\\.[0-9]{1,2}")) {
            throw new IllegalArgumentException("a version of the Graph API is written as in v23.0");
        }
    }

    /** These, with another version of the Graph API. */
    public FacebookAddresses version(String other) {
        return new FacebookAddresses(site, graph, keys, other);
    }

    URI dialog() {
        return URI.create(site + "/" + version + "/dialog/oauth");
    }

    /** A path of the Graph API, perhaps with a query. */
    URI graph(String path) {
        return URI.create(graph + "/" + version + path);
    }
}
