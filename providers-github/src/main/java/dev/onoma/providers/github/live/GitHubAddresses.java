package dev.onoma.providers.github.live;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.client.Endpoints;
import java.net.URI;

/**
 * Where GitHub is: elsewhere for a GitHub Enterprise Server, and in tests.
 *
 * @param site where people log in, without a slash at its end
 * @param api the REST API, without a slash at its end
 */
public record GitHubAddresses(URI site, URI api) {
    /** The public ones. */
    public static final GitHubAddresses PUBLIC =
            new GitHubAddresses(URI.create("https://github.com"), URI.create("https://api.github.com"));

    public GitHubAddresses {
        requireNonNull(site, "site");
        requireNonNull(api, "api");
    }

    /**
     * Those of a GitHub Enterprise Server.
     *
     * @param site such as {@code https://github.example.com}
     * @see <a href="https://docs.github.com/en/enterprise-server@latest/rest/quickstart">REST API of a server</a>
     */
    public static GitHubAddresses server(URI site) {
        return new GitHubAddresses(site, URI.create(site + "/api/v3"));
    }

    Endpoints endpoints() {
        return Endpoints.of(site + "/login/oauth/authorize", site + "/login/oauth/access_token");
    }

    URI user() {
        return URI.create(api + "/user");
    }

    URI emails() {
        return URI.create(api + "/user/emails");
    }
}
