package dev.onoma.providers.google.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.UserId;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.EncodedForm;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpException;
import dev.onoma.oauth.http.ProviderHttp;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.oauth.oidc.ProviderMetadata;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.providers.google.Google;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleLoginTest {
    private static final URI CALLBACK = URI.create("http://127.0.0.1/callback");
    private static final Connection CONNECTION =
            Google.connection("google-oauth2").build();
    private static final Person ANA = Person.of("103547991597142817347")
            .with("name", "Ana Lovrić")
            .with("email", "ana@example.com")
            .with("email_verified", true)
            .with("hd", "example.com");
    private static final UserId ANAS_ID = new UserId("google-oauth2|103547991597142817347");

    private final TestClock clock = TestClock.fixed();
    private final FakeIssuer issuer = FakeIssuer.google().clock(clock).start();
    private final InMemoryUserStore store = new InMemoryUserStore();

    @BeforeEach
    void signIn() {
        issuer.person(ANA);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private GoogleLogin.Builder google() {
        return GoogleLogin.of(CONNECTION, issuer.clientId(), issuer.clientSecret(), CALLBACK)
                .at(ProviderMetadata.known(
                                GoogleLogin.ISSUER,
                                new Endpoints(issuer.uri(Endpoint.AUTHORIZATION), issuer.uri(Endpoint.TOKEN)),
                                issuer.uri(Endpoint.JWKS))
                        .userinfo(issuer.uri(Endpoint.USERINFO)))
                .in(Environment.standard().clock(clock));
    }

    private LoginFlow flow(GoogleLogin google) {
        LoginProcessor processor = LoginProcessor.builder(store)
                .connection(CONNECTION)
                .clock(clock)
                .build();
        return LoginFlow.builder(processor, TransactionKey.random())
                .client(google.client())
                .clock(clock)
                .build();
    }

    /** What a browser brings back from where it was sent. */
    private static Callback browse(StartedLogin started) {
        HttpException redirect = catchThrowableOfType(
                HttpException.class,
                () -> ProviderHttp.standard().send(HttpCall.get(started.redirectUri(), BodyKind.USERINFO)));
        String location = redirect.reply().orElseThrow().header("location").orElseThrow();
        return Callback.parse(URI.create(location).getRawQuery());
    }

    private LoginAnswer login(GoogleLogin google) {
        LoginFlow flow = flow(google);
        StartedLogin started = flow.start("google-oauth2", "/");
        return flow.finish(browse(started), started.handle());
    }

    private void assertDenied(LoginAnswer answer, DenialCode code) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        LoginAnswer.Denied.class,
                        denied -> assertThat(denied.denial().code()).isEqualTo(code));
        assertThat(store.find(ANAS_ID)).isEmpty();
    }

    @Nested
    @DisplayName("by redirect")
    class Redirect {
        @Test
        @DisplayName("a person logs in, with what the id_token says")
        void login() {
            LoginAnswer answer = GoogleLoginTest.this.login(google().build());

            assertThat(answer.user().orElseThrow().id()).isEqualTo(ANAS_ID);
            assertThat(answer.user().orElseThrow().email()).contains("ana@example.com");
            assertThat(answer.user().orElseThrow().isEmailVerified()).isTrue();
            assertThat(issuer.requests(Endpoint.USERINFO)).isEmpty();
        }

        @Test
        @DisplayName("userinfo is asked where the application wants it")
        void userinfo() {
            LoginAnswer answer = GoogleLoginTest.this.login(google().userinfo().build());

            assertThat(answer.user()).isPresent();
            assertThat(issuer.requests(Endpoint.USERINFO)).hasSize(1);
        }

        @Test
        @DisplayName("Google's issuer may be spelled without its scheme, and a callback may name it")
        void otherSpelling() {
            issuer.misbehave(Misbehaviour.ISSUER_WITHOUT_SCHEME);

            assertThat(GoogleLoginTest.this.login(google().build()).user()).isPresent();
        }

        @ParameterizedTest
        @EnumSource(
                value = Misbehaviour.class,
                names = {
                    "WRONG_ISSUER",
                    "ISSUER_WITH_SLASH",
                    "WRONG_AUDIENCE",
                    "WRONG_AZP",
                    "WRONG_NONCE",
                    "MISSING_NONCE",
                    "EXPIRED",
                    "FOREIGN_KEY",
                    "ALG_NONE",
                    "MISSING_ID_TOKEN"
                })
        @DisplayName("a token that is not for this login is denied, and nobody is stored")
        void token(Misbehaviour misbehaviour) {
            issuer.misbehave(misbehaviour);

            assertDenied(GoogleLoginTest.this.login(google().build()), DenialCode.INVALID_ID_TOKEN);
            assertThat(issuer.requests(Endpoint.TOKEN)).hasSize(1);
            assertThat(issuer.requests(Endpoint.USERINFO)).isEmpty();
        }

        @Test
        @DisplayName("keys are fetched once for many logins")
        void keysOnce() {
            GoogleLogin google = google().build();

            for (int i = 0; i < 5; i++) {
                assertThat(GoogleLoginTest.this.login(google).user()).isPresent();
            }

            assertThat(issuer.requests(Endpoint.JWKS)).hasSize(1);
        }
    }

    @Nested
    @DisplayName("with a hosted domain")
    class Domain {
        @Test
        @DisplayName("an account of it is admitted, and the chooser is told")
        void admitted() {
            GoogleLogin google = google().hostedDomain("example.com").build();

            assertThat(GoogleLoginTest.this.login(google).user()).isPresent();
            assertThat(issuer.requests(Endpoint.AUTHORIZATION).get(0).parameter("hd"))
                    .contains("example.com");
        }

        @Test
        @DisplayName("one of several is admitted, and the chooser is told that it has to be any")
        void several() {
            GoogleLogin google = google().hostedDomain("example.org")
                    .hostedDomain("example.com")
                    .build();

            assertThat(GoogleLoginTest.this.login(google).user()).isPresent();
            assertThat(issuer.requests(Endpoint.AUTHORIZATION).get(0).parameter("hd"))
                    .contains("*");
        }

        @ParameterizedTest
        @EnumSource(
                value = Misbehaviour.class,
                names = {"WRONG_HOSTED_DOMAIN", "MISSING_HOSTED_DOMAIN"})
        @DisplayName(
                "an account whose token names another one or none is denied, whatever its address and userinfo say")
        void denied(Misbehaviour misbehaviour) {
            issuer.misbehave(misbehaviour);
            GoogleLogin google = google().hostedDomain("example.com").userinfo().build();

            LoginAnswer answer = GoogleLoginTest.this.login(google);

            assertDenied(answer, DenialCode.WRONG_DOMAIN);
            assertThat(answer.publicCode()).contains("login_refused");
        }

        @Test
        @DisplayName("a domain that is not text is none")
        void notText() {
            issuer.person(ANA.with("hd", 7));

            assertDenied(
                    GoogleLoginTest.this.login(
                            google().hostedDomain("example.com").build()),
                    DenialCode.WRONG_DOMAIN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "com", "Example.com", "*", "example.com ", "https://example.com"})
        @DisplayName("is a domain's name")
        void name(String domain) {
            assertThatIllegalArgumentException().isThrownBy(() -> google().hostedDomain(domain));
        }
    }

    @Nested
    @DisplayName("with what a client hands over")
    class HandedOver {
        private final GoogleLogin google = google().hostedDomain("example.com").build();

        private String token(String nonce) {
            return issuer.idToken(ANA, Optional.of(nonce));
        }

        private DenialCode code(Runnable step) {
            return catchThrowableOfType(DeniedException.class, step::run)
                    .denial()
                    .code();
        }

        @Test
        @DisplayName("an id_token for this login is accepted, and becomes a login")
        void idToken() {
            String token = token("n");

            LoginAnswer answer =
                    flow(google).accept("google-oauth2", () -> google.idToken(token, "n"), login -> login.ip("::1"));

            assertThat(answer.user().orElseThrow().id()).isEqualTo(ANAS_ID);
            assertThat(answer.returnTo()).isEmpty();
            assertThat(((LoginAnswer.Completed) answer).tokens()).isEmpty();
        }

        @Test
        @DisplayName("an id_token of another login, or of another domain, is denied")
        void denied() {
            String token = token("n");
            String elsewhere = issuer.idToken(ANA.with("hd", "other.example"), Optional.of("n"));

            assertDenied(
                    flow(google).accept("google-oauth2", () -> google.idToken(token, "m"), login -> login),
                    DenialCode.INVALID_ID_TOKEN);
            assertThat(code(() -> google.idToken(elsewhere, "n"))).isEqualTo(DenialCode.WRONG_DOMAIN);
            assertThat(code(() -> google.idTokenWithoutNonce(token))).isEqualTo(DenialCode.INVALID_ID_TOKEN);
        }

        @Test
        @DisplayName("an authorized party has to be named")
        void authorizedParty() {
            issuer.misbehave(Misbehaviour.WRONG_AZP);
            String token = token("n");

            assertThat(code(() -> google.idToken(token, "n"))).isEqualTo(DenialCode.INVALID_ID_TOKEN);
            assertThat(google().authorizedParty("another-client")
                            .build()
                            .idToken(token, "n")
                            .sources())
                    .hasSize(1);
        }

        @Test
        @DisplayName("the button's credential is taken when form and cookie bear the same token")
        void credential() {
            String form = EncodedForm.of(Map.of("credential", token("n"), "g_csrf_token", "abc", "select_by", "btn"));

            Claims claims = google.credential(PostedCredential.of(form, "abc"), "n");

            assertThat(claims.sources()).hasSize(1);
            assertThat(PostedCredential.of(form, "abc")).hasToString("PostedCredential");
        }

        @Test
        @DisplayName("the button's credential may come without a nonce, when the application says so")
        void withoutNonce() {
            String form =
                    EncodedForm.of(Map.of("credential", issuer.idToken(ANA, Optional.empty()), "g_csrf_token", "abc"));

            assertThat(google.credentialWithoutNonce(PostedCredential.of(form, "abc"))
                            .sources())
                    .hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "g_csrf_token=abc&credential=x, abd, CSRF_MISMATCH",
            "g_csrf_token=abc&credential=x, '', CSRF_MISMATCH",
            "g_csrf_token=&credential=x, '', CSRF_MISMATCH",
            "credential=x, '', CSRF_MISMATCH",
            "credential=x, abc, CSRF_MISMATCH",
            "g_csrf_token=abc&g_csrf_token=abc&credential=x, abc, INVALID_CALLBACK",
            "g_csrf_token=abc&credential=%zz, abc, INVALID_CALLBACK",
            "g_csrf_token=abc, abc, INVALID_CALLBACK",
            "g_csrf_token=abc&credential=, abc, INVALID_CALLBACK",
            "g_csrf_token=abc&credential=x, abc, INVALID_ID_TOKEN"
        })
        @DisplayName(
                "a form that is not from the button that this browser saw is denied, before the token is looked at")
        void forged(String form, String cookie, DenialCode expected) {
            assertThat(code(() -> google.credential(PostedCredential.of(form, cookie), "n")))
                    .isEqualTo(expected);
            assertThat(issuer.requests(Endpoint.JWKS)).isEmpty();
        }

        @Test
        @DisplayName("a form at the limit is read, and one past it is not; the limit is the application's to change")
        void tooLong() {
            String fields = "g_csrf_token=abc&credential=";
            String form = fields + "x".repeat(64 * 1024 - fields.length());
            OAuthLimits more = OAuthLimits.STANDARD.with(OAuthLimit.CALLBACK_CHARACTERS, 64 * 1024 + 1);
            GoogleLogin generous =
                    google().in(Environment.within(more).clock(clock)).build();

            assertThat(code(() -> google.credential(PostedCredential.of(form, "abc"), "n")))
                    .as("no token, and yet read")
                    .isEqualTo(DenialCode.INVALID_ID_TOKEN);
            assertThat(code(() -> google.credential(PostedCredential.of(form + "x", "abc"), "n")))
                    .isEqualTo(DenialCode.INVALID_CALLBACK);
            assertThat(code(() -> generous.credential(PostedCredential.of(form + "x", "abc"), "n")))
                    .isEqualTo(DenialCode.INVALID_ID_TOKEN);
        }
    }

    @Test
    @DisplayName("goes to Google unless told otherwise, and prints no secret")
    void publicAddresses() {
        GoogleLogin google = GoogleLogin.of(CONNECTION, "id", "zq7", CALLBACK).build();

        assertThat(google.client().endpoints().authorization()).hasHost("accounts.google.com");
        assertThat(google.client().endpoints().token()).hasHost("oauth2.googleapis.com");
        assertThat(google)
                .hasToString("GoogleLogin[LoginClient[google-oauth2, SECRET_POST, scopes=[openid, email, profile]]]");
    }
}
