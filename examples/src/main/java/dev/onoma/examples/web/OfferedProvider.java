package dev.onoma.examples.web;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.oauth.client.LoginClient;
import java.util.function.Function;

/**
 * A provider that people can sign in with.
 *
 * @param connection the connection's name, which is also the last part of the redirect URI
 * @param label what people call it
 * @param origin where browsers are sent
 * @param isSimulated whether it is a stand-in on this machine
 * @param connections the connection under a sync policy
 * @param clients the client of such a connection
 */
record OfferedProvider(
        String connection,
        String label,
        String origin,
        boolean isSimulated,
        Function<SyncPolicy, Connection> connections,
        Function<Connection, LoginClient> clients) {
    LoginClient client(SyncPolicy policy) {
        return clients.apply(connections.apply(policy));
    }

    @Override
    public String toString() {
        return "OfferedProvider[" + connection + "]";
    }
}
