package dev.onoma.testkit.login;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.oidc.ProviderMetadata;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.time.Clock;

/**
 * Somebody with a browser, at an application that is nothing but a login: a processor, a flow, and a store in memory
 * that all of the visitor's logins share. Thread-safe.
 *
 * <pre>{@code
 * Visitor visitor = Visitor.at(clock);
 * OidcLogin acme = AcmeLogin.of(connection, issuer.clientId(), issuer.clientSecret(), CALLBACK)
 *         .in(visitor.environment())
 *         .at(Visitor.metadata(issuer))
 *         .build();
 *
 * assertThat(visitor.logIn(acme.client()).user()).isPresent();
 * }</pre>
 */
public final class Visitor {
    private final InMemoryUserStore store = new InMemoryUserStore();
    private final TransactionKey key = TransactionKey.random();
    private final Clock clock;

    private Visitor(Clock clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    /** A visitor of an application whose processor and flow go by this clock; give it to the fake provider too. */
    public static Visitor at(Clock clock) {
        return new Visitor(clock);
    }

    /**
     * What discovery would say of an issuer that runs here, under whatever name: endpoints and keys, without userinfo.
     * With it, and its check at each login, it is {@code metadata(issuer).userinfo(issuer.uri(Endpoint.USERINFO))}.
     */
    public static ProviderMetadata metadata(FakeIssuer issuer) {
        return ProviderMetadata.known(
                issuer.issuer(),
                new Endpoints(issuer.uri(Endpoint.AUTHORIZATION), issuer.uri(Endpoint.TOKEN)),
                issuer.uri(Endpoint.JWKS));
    }

    /** The standard environment with the visitor's clock, for the live half to be built in. */
    public Environment environment() {
        return Environment.standard().clock(clock);
    }

    /** The application's users. */
    public InMemoryUserStore store() {
        return store;
    }

    /**
     * Logs in through a fake provider that asks nobody.
     *
     * @param client of a provider on this machine
     * @throws IllegalStateException when the provider does not send the browser back
     */
    public LoginAnswer logIn(LoginClient client) {
        return start(client).finish();
    }

    /** Presses the button, and waits at the provider's door. */
    public Visit start(LoginClient client) {
        LoginProcessor processor = LoginProcessor.builder(store)
                .connection(client.connection())
                .clock(clock)
                .build();
        LoginFlow flow =
                LoginFlow.builder(processor, key).client(client).clock(clock).build();
        return new Visit(flow, flow.start(client.connection().name(), "/"));
    }

    @Override
    public String toString() {
        return "Visitor";
    }
}
