package dev.onoma.testkit.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A visitor")
class VisitorTest {
    private static final Provider ACME = Provider.named("acme")
            .openIdConnect()
            .subject("sub")
            .email("email", Flag.claim("email_verified"))
            .build();

    private final TestClock clock = TestClock.fixed();
    private final FakeIssuer issuer = FakeIssuer.builder()
            .issuer("https://login.acme.example")
            .clock(clock)
            .start();
    private final Visitor visitor = Visitor.at(clock);
    private final LoginClient client = OidcLogin.of(
                    Visitor.metadata(issuer).userinfo(issuer.uri(Endpoint.USERINFO)),
                    Connection.of("acme", ACME).build(),
                    issuer.clientId(),
                    URI.create("http://127.0.0.1:9/callback"))
            .secret(issuer.clientSecret())
            .in(visitor.environment())
            .build()
            .client();

    VisitorTest() {
        issuer.person(Person.of("42").with("email", "ada@example.org"));
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    @DisplayName("logs in, and is known at the next login")
    void twice() {
        visitor.logIn(client);
        clock.advance(Duration.ofHours(1));
        User ada = visitor.logIn(client).user().orElseThrow();

        assertThat(ada.id()).isEqualTo(new UserId("acme|42"));
        assertThat(ada.counters().logins()).isEqualTo(2);
        assertThat(visitor.store().find(ada.id())).isPresent();
        assertThat(issuer.requests(Endpoint.USERINFO)).hasSize(2);
    }

    @Test
    @DisplayName("is denied what the provider gets wrong")
    void misbehaviour() {
        issuer.misbehave(Misbehaviour.WRONG_AUDIENCE);

        assertDenied(visitor.logIn(client), DenialCode.INVALID_ID_TOKEN);
    }

    @Test
    @DisplayName("may come back with something else than the provider sent")
    void otherCallback() {
        Visit visit = visitor.start(client);
        String anothers = visitor.start(client).callback();

        assertDenied(visit.finish(anothers), DenialCode.STATE_MISMATCH);
        assertThat(issuer.requests(Endpoint.TOKEN)).isEmpty();
    }

    @Test
    @DisplayName("goes by the clock that it was given")
    void late() {
        Visit visit = visitor.start(client);
        String callback = visit.callback();
        clock.advance(Duration.ofMinutes(11));

        assertDenied(visit.finish(callback), DenialCode.TRANSACTION_EXPIRED);
        assertThat(visit.started().returnTo()).isEqualTo("/");
    }

    @Test
    @DisplayName("tells nothing when printed")
    void text() {
        assertThat(visitor).hasToString("Visitor");
        assertThat(visitor.start(client)).hasToString("Visit");
    }

    private static void assertDenied(LoginAnswer answer, DenialCode code) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        LoginAnswer.Denied.class,
                        denied -> assertThat(denied.denial().code()).isEqualTo(code));
    }
}
