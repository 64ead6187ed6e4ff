package dev.onoma.oauth.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.AccountLinking;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.client.ClaimsSource;
import dev.onoma.oauth.client.ClientAuthentication;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.EncodedForm;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.testkit.Developer;
import dev.onoma.testkit.TestClock;
import java.io.Closeable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A browser on its way to a provider and back, and all that can be seen of it: requests, writes and logs. */
public final class Journey implements Closeable {
    public static final String CONNECTION = "developer";
    public static final String CODE = "zq7-code";
    public static final URI CALLBACK = URI.create("https://app.example/callback");
    private static final String SECRET = "zq7-client-secret";

    public final TestClock clock = TestClock.fixed();
    public final FakeProvider provider = new FakeProvider();
    public final TransactionKey key = TransactionKey.random();
    public final List<UserChange> writes = new CopyOnWriteArrayList<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final UserStore store = watched(new InMemoryUserStore());
    public final LoginProcessor processor = LoginProcessor.builder(store)
            .connection(Developer.connection(CONNECTION).build())
            .connection(Developer.connection("second").build())
            .clock(clock)
            .build();
    public final AccountLinking linking = AccountLinking.over(store, clock);
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

    public Journey() {
        root.setLevel(Level.ALL);
        everything.setLevel(Level.ALL);
        root.addHandler(everything);
    }

    private UserStore watched(UserStore users) {
        return new UserStore() {
            @Override
            public Optional<StoredUser> find(UserId id) {
                return users.find(id);
            }

            @Override
            public Optional<StoredUser> find(IdentityKey identity) {
                return users.find(identity);
            }

            @Override
            public List<StoredUser> candidates(EmailAddress address, int limit) {
                return users.candidates(address, limit);
            }

            @Override
            public void write(UserChange change) {
                users.write(change);
                writes.add(change);
            }
        };
    }

    /** Reads the profile with the access token. */
    public ClaimsSource profile() {
        return request -> Claims.parse(
                request.http()
                        .send(HttpCall.get(provider.me(), BodyKind.USERINFO)
                                .bearer(request.tokens().accessToken()))
                        .body(),
                Evidence.USERINFO_RESPONSE);
    }

    public LoginClient.Builder client() {
        return client(CONNECTION);
    }

    public LoginClient.Builder client(String connection) {
        Connection configured = Developer.connection(connection).build();
        return LoginClient.of(configured, "client-1", CALLBACK)
                .secret(SECRET, ClientAuthentication.SECRET_POST)
                .scope("profile", "email")
                .endpoints(provider.endpoints())
                .claims(profile());
    }

    public LoginFlow.Builder flow(LoginClient client) {
        return LoginFlow.builder(processor, key).client(client).linking(linking).clock(clock);
    }

    public LoginFlow flow() {
        return flow(client().build()).build();
    }

    /** A parameter of the authorization request. */
    public static String parameter(StartedLogin started, String name) {
        return Optional.ofNullable(parameters(started).get(name)).orElseThrow();
    }

    public static Map<String, String> parameters(StartedLogin started) {
        return EncodedForm.parse(started.redirectUri().getRawQuery()).orElseThrow();
    }

    /** The provider's answer to a login, with a code. */
    public static Callback answerTo(StartedLogin started) {
        return Callback.parse("code=" + CODE + "&state=" + parameter(started, "state"));
    }

    /** The provider's answer to a login, with something instead of a code. */
    public static Callback answerTo(StartedLogin started, String query) {
        return Callback.parse(query + "&state=" + parameter(started, "state"));
    }

    /** The four promises that every refusal keeps. */
    public void assertDenied(LoginAnswer answer, DenialCode code, StartedLogin started, int requests) {
        assertThat(answer).isInstanceOfSatisfying(LoginAnswer.Denied.class, denied -> {
            assertThat(denied.denial().code()).isEqualTo(code);
            assertThat(denied.publicCode()).contains(code.publicCode());
            assertThat(denied.user()).isEmpty();
        });
        assertThat(provider.requests()).as("requests").hasSize(requests);
        assertThat(writes).as("writes").isEmpty();
        assertSilent(
                List.of(answer, started, ((LoginAnswer.Denied) answer).denial().message()), started);
    }

    /** Nothing that was printed or logged holds anything that is nobody's business. */
    public void assertSilent(List<?> printed, StartedLogin started) {
        List<String> all = new ArrayList<>(logged);
        for (Object each : printed) {
            // The JDK's client may log where it goes; we do not say it.
            assertThat(each.toString()).doesNotContain("127.0.0.1");
            all.add(each.toString());
        }
        for (String line : all) {
            assertThat(line)
                    .doesNotContain("zq7")
                    .doesNotContain(started.handle())
                    .doesNotContain(parameter(started, "state"))
                    .doesNotContain(parameter(started, "nonce"));
        }
    }

    @Override
    public void close() {
        root.removeHandler(everything);
        root.setLevel(levelBefore);
        provider.close();
    }
}
