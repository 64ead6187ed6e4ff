package dev.onoma.examples.web;

import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.oauth.client.LoginClient;
import java.util.function.Function;

/**
 * A provider that people can sign in with.
 *
 * @param connection the connection's name, which is also the last part of the redirect URI
 * @param label what people call it
 * @param origin where browsers are sent, as a source of a content security policy
 * @param isSimulated whether it is a stand-in on this machine
 * @param clients the client of the connection under a sync policy
 */
record OfferedProvider(
        String connection,
        String label,
        String origin,
        boolean isSimulated,
        Function<SyncPolicy, LoginClient> clients) {
    @Override
    public String toString() {
        return "OfferedProvider[" + connection + "]";
    }
}
