package dev.onoma.providers.github.live;

import dev.onoma.core.connection.Connection;
import dev.onoma.oauth.client.ClientAuthentication;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.client.ProfileApi;
import java.net.URI;

/**
 * Live logins with GitHub, by redirect. At each login {@code /user} and {@code /user/emails} are asked; who did not grant
 * {@code user:email} has the address that is shown in public, if any.
 *
 * <pre>{@code
 * LoginClient github = GitHubLogin.of(GitHub.connection("github").build(), id, secret, redirectUri).build();
 * LoginFlow flow = LoginFlow.builder(processor, key).client(github).build();
 * }</pre>
 *
 * @see <a href="https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps">Authorizing OAuth
 *     apps</a>
 */
public final class GitHubLogin {
    private GitHubLogin() {}

    /**
     * A registration at github.com.
     *
     * @param redirectUri as it is registered
     */
    public static LoginClient.Builder of(Connection connection, String clientId, String secret, URI redirectUri) {
        return of(GitHubAddresses.PUBLIC, connection, clientId, secret, redirectUri);
    }

    /** A registration at a GitHub Enterprise Server, whose host should be the connection's id space. */
    public static LoginClient.Builder of(
            GitHubAddresses github, Connection connection, String clientId, String secret, URI redirectUri) {
        return LoginClient.of(connection, clientId, redirectUri)
                .secret(secret, ClientAuthentication.SECRET_POST)
                .scope("read:user", "user:email")
                .endpoints(github.endpoints())
                .claims(ProfileApi.at(github.user()).and("emails", github.emails()));
    }
}
