package dev.onoma.interop;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.providers.oidc.OidcIssuer;
import dev.onoma.providers.oidc.live.IssuerLogin;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An application with one connection, put together as its documentation says. Nobody has logged in to it yet. */
final class Application {
    /** Nobody listens there: browsers are caught on their way to it. */
    static final URI CALLBACK = URI.create("http://127.0.0.1:9/callback");

    /** With all that a form has a meaning for: client authentication has to encode it, RFC 6749, section 2.3.1. */
    static final String SECRET = "s3cr+t / of=odd:chars%26&";

    private static final String CONNECTION = "sso";

    private final InMemoryUserStore store = new InMemoryUserStore();
    private final Wire wire;
    private final LoginFlow flow;

    Application(OidcIssuer issuer, String clientId, String secret, Wire wire, UnaryOperator<OidcLogin.Builder> more) {
        this.wire = wire;
        Connection connection = issuer.connection(CONNECTION).build();
        OidcLogin login = more.apply(IssuerLogin.of(issuer, connection, clientId, secret, CALLBACK)
                        .in(Environment.standard().http(wire)))
                .build();
        LoginProcessor processor =
                LoginProcessor.builder(store).connection(connection).build();
        this.flow = LoginFlow.builder(processor, TransactionKey.random())
                .client(login.client())
                .build();
    }

    StartedLogin start() {
        return flow.start(CONNECTION, "/");
    }

    LoginAnswer finish(StartedLogin started, URI callback) {
        return flow.finish(Callback.parse(callback.getRawQuery()), started.handle());
    }

    /** From the button to the answer, in a browser that the provider has not seen before. */
    LoginAnswer logIn(Person person) {
        StartedLogin started = start();
        Browser browser = new Browser();
        Page sentBack = browser.consent(browser.logIn(started.redirectUri(), person));
        if (!sentBack.isCallback()) {
            throw new IllegalStateException(
                    "the provider does not let them in: " + sentBack.document().text());
        }
        return finish(started, sentBack.address());
    }

    List<User> users() {
        return store.list(Optional.empty(), 10);
    }

    Wire wire() {
        return wire;
    }
}
