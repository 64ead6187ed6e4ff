package dev.onoma.providers.oidc.live;

import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpException;
import dev.onoma.oauth.http.ProviderHttp;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.providers.oidc.OidcIssuer;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.Person;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A browser, an application with one connection, and an issuer that nobody trusts yet. */
final class Visit implements AutoCloseable {
    static final Person JANE = Person.of("248289761001")
            .with("name", "Jane Doe")
            .with("email", "jane@example.com")
            .with("email_verified", true);
    private static final URI REDIRECT_URI = URI.create("http://127.0.0.1:9/callback");

    final TestClock clock = TestClock.fixed();
    final InMemoryUserStore store = new InMemoryUserStore();
    final FakeIssuer issuer;

    Visit(UnaryOperator<FakeIssuer.Builder> settings) {
        issuer = settings.apply(FakeIssuer.builder().clock(clock)).start();
        issuer.person(JANE);
    }

    static Visit plain() {
        return new Visit(settings -> settings);
    }

    /** The issuer by its address. */
    OidcIssuer asIssuer() {
        return OidcIssuer.of(issuer.issuer());
    }

    OidcLogin.Builder login(OidcIssuer of) {
        return IssuerLogin.of(of, of.connection("sso").build(), issuer.clientId(), issuer.clientSecret(), REDIRECT_URI)
                .in(Environment.standard().clock(clock));
    }

    OidcLogin login() {
        return login(asIssuer()).build();
    }

    /** From the button to the answer. */
    LoginAnswer through(OidcLogin login) {
        LoginFlow flow = LoginFlow.builder(
                        LoginProcessor.builder(store)
                                .connection(login.client().connection())
                                .clock(clock)
                                .build(),
                        TransactionKey.random())
                .client(login.client())
                .clock(clock)
                .build();
        StartedLogin started = flow.start("sso", "/");
        return flow.finish(Callback.parse(sentBack(started.redirectUri()).getRawQuery()), started.handle());
    }

    /** The issuer asks nobody: it sends the browser straight back, which the library's own HTTP does not follow. */
    private static URI sentBack(URI to) {
        try {
            ProviderHttp.standard().send(HttpCall.get(to, BodyKind.USERINFO));
        } catch (HttpException redirect) {
            return URI.create(redirect.reply().orElseThrow().header("Location").orElseThrow());
        }
        throw new IllegalStateException("was not sent back");
    }

    List<User> users() {
        return store.list(Optional.empty(), 10);
    }

    @Override
    public void close() {
        issuer.close();
    }
}
