package dev.onoma.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.oauth.oidc.ProviderMetadata;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.oauth.world.Browser;
import dev.onoma.oauth.world.Journey;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody would try who can send any link to a browser, who has an account of their own, or who is a provider. */
@DisplayName("An attacker")
@Timeout(30)
class AttackTest {
    private static DenialCode code(LoginAnswer answer) {
        assertThat(answer).isInstanceOf(LoginAnswer.Denied.class);
        return ((LoginAnswer.Denied) answer).denial().code();
    }

    @Nested
    @DisplayName("with two providers of plain OAuth 2.0")
    class TwoProviders {
        private final Journey journey = new Journey();
        private final LoginFlow flow = LoginFlow.builder(journey.processor, journey.key)
                .client(at("https://app.example/callback/first", Journey.CONNECTION))
                .client(at("https://app.example/callback/second", "second"))
                .clock(journey.clock)
                .build();

        private LoginClient at(String redirectUri, String connection) {
            return LoginClient.of(journey.client(connection).build().connection(), "client-1", URI.create(redirectUri))
                    .endpoints(journey.provider.endpoints())
                    .claims(journey.profile())
                    .build();
        }

        @AfterEach
        void close() {
            journey.close();
        }

        @Test
        @DisplayName("who sends the browser on to the other one does not get that one's code (mix-up)")
        void mixUp() {
            StartedLogin started = flow.start(Journey.CONNECTION, "/");

            LoginAnswer answer = flow.finish(Journey.answerTo(started).path("/callback/second"), started.handle());

            journey.assertDenied(answer, DenialCode.ISSUER_MISMATCH, started, 0);
            assertThat(code(flow.finish(Journey.answerTo(started).path("/callback/first"), started.handle())))
                    .as("the login is used up")
                    .isEqualTo(DenialCode.TRANSACTION_USED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "/", "/callback", "/callback/first/", "/callback/FIRST", "/callback/%66irst"})
        @DisplayName("finds no other path that counts as the redirect URI's")
        void otherPath(String path) {
            StartedLogin started = flow.start(Journey.CONNECTION, "/");

            journey.assertDenied(
                    flow.finish(Journey.answerTo(started).path(path), started.handle()),
                    DenialCode.ISSUER_MISMATCH,
                    started,
                    0);
        }

        @Test
        @DisplayName("does not disturb who comes back to the redirect URI")
        void rightPath() {
            StartedLogin started = flow.start("second", "/");

            assertThat(flow.finish(
                                    Journey.answerTo(started)
                                            .path("/callback/second")
                                            .ip("192.0.2.1")
                                            .userAgent("x"),
                                    started.handle())
                            .user())
                    .isPresent();
        }

        @Test
        @DisplayName("cannot answer one login with the state of another, started in the same browser")
        void otherState() {
            StartedLogin first = flow.start(Journey.CONNECTION, "/");
            StartedLogin second = flow.start("second", "/");

            journey.assertDenied(
                    flow.finish(Journey.answerTo(second), first.handle()), DenialCode.STATE_MISMATCH, first, 0);
        }
    }

    @Nested
    @DisplayName("with a link of any kind")
    class Link {
        private final Journey journey = new Journey();
        private final LoginFlow flow = journey.flow();
        private final StartedLogin started = flow.start(Journey.CONNECTION, "/");

        @AfterEach
        void close() {
            journey.close();
        }

        @ParameterizedTest
        @ValueSource(strings = {"%00", "%EF%BB%BF", "%E2%80%8B", "%CC%81", "%20", "=", "%C4%B1", "%F0%9F%99%82"})
        @DisplayName("cannot pass off as the state what only looks like it")
        void state(String more) {
            String state = Journey.parameter(started, "state");

            for (String similar : new String[] {state + more, more + state, more}) {
                journey.assertDenied(
                        flow.finish(Callback.parse("code=" + Journey.CODE + "&state=" + similar), started.handle()),
                        DenialCode.STATE_MISMATCH,
                        started,
                        0);
            }
            assertThat(flow.finish(Journey.answerTo(started), started.handle()).user())
                    .as("the login is not used up")
                    .isPresent();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "response=eyJhbGciOiJub25lIn0.e30.",
                    "id_token=eyJhbGciOiJub25lIn0.e30.",
                    "access_token=zq7-other&token_type=Bearer",
                    "code=",
                    "Code=zq7-other",
                    "code[]=zq7-other"
                })
        @DisplayName("cannot answer in another response mode or type")
        void otherMode(String answer) {
            journey.assertDenied(
                    flow.finish(Journey.answerTo(started, answer), started.handle()),
                    DenialCode.INVALID_CALLBACK,
                    started,
                    0);
        }

        @Test
        @DisplayName("cannot have tokens believed that come through the browser beside the code")
        void tokensBeside() {
            LoginAnswer answer = flow.finish(
                    Journey.answerTo(
                            started,
                            "code=" + Journey.CODE
                                    + "&id_token=a.b.c&access_token=zq7-other&sub=victim&session_state=x"),
                    started.handle());

            assertThat(answer.user().orElseThrow().primaryIdentity().subject()).isEqualTo("1");
            assertThat(((LoginAnswer.Completed) answer).tokens().orElseThrow().accessToken())
                    .isEqualTo(dev.onoma.oauth.world.FakeProvider.ACCESS_TOKEN);
        }

        @Test
        @DisplayName("who can set cookies for a neighbouring host cannot replace one that is named __Host-")
        void fixation() {
            assertThat(started.cookie("__Host-login", true))
                    .contains("; Path=/;")
                    .endsWith("; Secure")
                    .doesNotContain("Domain");
            for (String name : new String[] {"__Host-login", "__Secure-login", "__HOST-login"}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> started.cookie(name, false))
                        .withMessage("browsers take a cookie of that name over https only");
            }
        }
    }

    @Nested
    @DisplayName("with a code that was made for another browser")
    class Injection {
        private final TestClock clock = TestClock.fixed();
        private final FakeIssuer issuer = FakeIssuer.builder().clock(clock).start();
        private final LoginFlow flow = flow();

        private LoginFlow flow() {
            Connection connection = Connection.of(
                            "issuer",
                            Provider.named("issuer")
                                    .openIdConnect()
                                    .subject("sub")
                                    .build())
                    .build();
            OidcLogin login = OidcLogin.of(
                            ProviderMetadata.known(
                                    issuer.issuer(),
                                    new Endpoints(issuer.uri(Endpoint.AUTHORIZATION), issuer.uri(Endpoint.TOKEN)),
                                    issuer.uri(Endpoint.JWKS)),
                            connection,
                            issuer.clientId(),
                            URI.create("http://127.0.0.1/callback"))
                    .secret(issuer.clientSecret())
                    .in(Environment.standard().clock(clock))
                    .build();
            LoginProcessor processor = LoginProcessor.builder(new InMemoryUserStore())
                    .connection(connection)
                    .clock(clock)
                    .build();
            return LoginFlow.builder(processor, TransactionKey.random())
                    .client(login.client())
                    .clock(clock)
                    .build();
        }

        @AfterEach
        void close() {
            issuer.close();
        }

        @Test
        @DisplayName("cannot redeem it in a login of their own: the verifier is another one")
        void stolenCode() {
            issuer.person(Person.of("victim"));
            String code =
                    Browser.browse(flow.start("issuer", "/")).parameter("code").orElseThrow();
            StartedLogin own = flow.start("issuer", "/");
            String state = Browser.browse(own).parameter("state").orElseThrow();

            LoginAnswer answer = flow.finish(Callback.parse("code=" + code + "&state=" + state), own.handle());

            assertThat(code(answer)).isEqualTo(DenialCode.CODE_REFUSED);
            assertThat(issuer.requests(Endpoint.TOKEN)).hasSize(1);
        }

        @Test
        @DisplayName("cannot log the victim in as themselves with their own code, state or both")
        void loginCsrf() {
            issuer.person(Person.of("attacker"));
            Callback attackers = Browser.browse(flow.start("issuer", "/"));
            StartedLogin victims = flow.start("issuer", "/");

            assertThat(code(flow.finish(attackers, victims.handle()))).isEqualTo(DenialCode.STATE_MISMATCH);
            assertThat(code(flow.finish(attackers, ""))).isEqualTo(DenialCode.INVALID_TRANSACTION);
            assertThat(issuer.requests(Endpoint.TOKEN)).isEmpty();
            assertThat(flow.finish(Browser.browse(victims), victims.handle()).user())
                    .as("the victim's own login goes on")
                    .isPresent();
        }
    }
}
