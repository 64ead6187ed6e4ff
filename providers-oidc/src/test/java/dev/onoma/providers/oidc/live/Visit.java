package dev.onoma.providers.oidc.live;

import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.providers.oidc.OidcIssuer;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A browser, an application with one connection, and an issuer that nobody trusts yet; all that is logged is kept. */
final class Visit implements AutoCloseable {
    static final Person JANE = Person.of("248289761001")
            .with("name", "Jane Doe")
            .with("email", "jane@example.com")
            .with("email_verified", true);
    private static final URI REDIRECT_URI = URI.create("http://127.0.0.1:9/callback");

    final TestClock clock = TestClock.fixed();
    final InMemoryUserStore store = new InMemoryUserStore();
    final FakeIssuer issuer;
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level levelBefore = root.getLevel();
    private final Handler everything = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Visit(UnaryOperator<FakeIssuer.Builder> settings) {
        issuer = settings.apply(FakeIssuer.builder().clock(clock)).start();
        issuer.person(JANE);
        root.setLevel(Level.ALL);
        everything.setLevel(Level.ALL);
        root.addHandler(everything);
    }

    static Visit plain() {
        return new Visit(settings -> settings);
    }

    /** The issuer by its address. */
    OidcIssuer asIssuer() {
        return OidcIssuer.of(issuer.issuer());
    }

    OidcLogin.Builder login(OidcIssuer of) {
        return OidcLogin.of(of, of.connection("sso").build(), issuer.clientId(), issuer.clientSecret(), REDIRECT_URI)
                .clock(clock);
    }

    OidcLogin login() {
        return login(asIssuer()).discover();
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

    private static URI sentBack(URI to) {
        try {
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(to).build(), HttpResponse.BodyHandlers.discarding());
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    List<User> users() {
        return store.list(Optional.empty(), 10);
    }

    List<String> logged() {
        return logged;
    }

    @Override
    public void close() {
        root.removeHandler(everything);
        root.setLevel(levelBefore);
        issuer.close();
    }
}
