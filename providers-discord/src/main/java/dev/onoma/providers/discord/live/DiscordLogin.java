package dev.onoma.providers.discord.live;

import dev.onoma.core.connection.Connection;
import dev.onoma.oauth.client.ClientAuthentication;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.client.ProfileApi;
import java.net.URI;

/**
 * Live logins with Discord, by redirect.
 *
 * <pre>{@code
 * LoginClient discord = DiscordLogin.of(Discord.connection("discord").build(), id, secret, redirectUri).build();
 * LoginFlow flow = LoginFlow.builder(processor, key).client(discord).build();
 * }</pre>
 *
 * @see <a href="https://discord.com/developers/docs/topics/oauth2">Discord, OAuth2</a>
 */
public final class DiscordLogin {
    /** Where Discord is. */
    public static final URI SITE = URI.create("https://discord.com");

    private DiscordLogin() {}

    /**
     * A registration.
     *
     * @param redirectUri as it is registered
     */
    public static LoginClient.Builder of(Connection connection, String clientId, String secret, URI redirectUri) {
        return of(SITE, connection, clientId, secret, redirectUri);
    }

    /** A registration at a Discord that is elsewhere, as in tests. */
    public static LoginClient.Builder of(
            URI site, Connection connection, String clientId, String secret, URI redirectUri) {
        return LoginClient.of(connection, clientId, redirectUri)
                .secret(secret, ClientAuthentication.SECRET_BASIC)
                .scope("identify", "email")
                .endpoints(Endpoints.of(site + "/oauth2/authorize", site + "/api/oauth2/token"))
                .claims(ProfileApi.at(URI.create(site + "/api/v10/users/@me")));
    }
}
