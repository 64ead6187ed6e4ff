package dev.onoma.fuzz.targets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.Marker;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.http.HttpReply;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.providers.google.Google;
import java.net.URI;
import java.util.Map;

/**
 * What comes back from a provider: the callback's query up to the first line feed, with {@code {state}} in place of the
 * login's state, and behind it the answer of the token endpoint. Any of it is a denial or a login, never an exception.
 */
final class CallbackTarget implements Target {
    private static final String STATE = "{state}";
    private static final Connection CONNECTION = Google.connection("google").build();

    private byte[] tokens = new byte[0];
    private final LoginFlow flow = LoginFlow.builder(
                    LoginProcessor.builder(new InMemoryUserStore())
                            .connection(CONNECTION)
                            .build(),
                    TransactionKey.of(new byte[32]))
            .client(LoginClient.of(CONNECTION, "client", URI.create("https://app.example/back"))
                    .endpoints(Endpoints.of("https://issuer.example/authorize", "https://issuer.example/token"))
                    .issuer("https://issuer.example")
                    .http(call -> new HttpReply(200, Map.of("content-type", "application/json"), tokens))
                    .claims(request -> Claims.parse("{\"sub\":\"1\"}".getBytes(UTF_8), Evidence.USERINFO_RESPONSE))
                    .build())
            .used((name, until) -> true)
            .build();
    private final StartedLogin login = flow.start("google", "/");
    private final String state = state(login.redirectUri().getRawQuery());

    private static String state(String query) {
        int start = query.indexOf("state=") + "state=".length();
        int end = query.indexOf('&', start);
        return end < 0 ? query.substring(start) : query.substring(start, end);
    }

    @Override
    public void run(byte[] input) {
        String text = new String(input, UTF_8);
        int line = text.indexOf('\n');
        tokens = (line < 0 ? "" : text.substring(line + 1)).getBytes(UTF_8);
        String query = (line < 0 ? text : text.substring(0, line)).replace(STATE, state);
        Callback callback = Callback.parse(query);
        LoginAnswer answer = flow.finish(callback, login.handle());

        Marker.isAbsentFrom(callback.toString());
        Marker.isAbsentFrom(answer.toString());
        if (answer instanceof LoginAnswer.Completed completed) {
            completed.tokens().ifPresent(kept -> Marker.isAbsentFrom(kept.toString()));
            if (!query.contains(state)) {
                throw new IllegalStateException("a login was finished without its state");
            }
        }
        if (flow.finish(callback, "").user().isPresent()) {
            throw new IllegalStateException("a login was finished by a browser that did not start it");
        }
    }
}
