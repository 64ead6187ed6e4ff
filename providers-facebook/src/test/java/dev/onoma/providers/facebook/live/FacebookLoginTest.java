package dev.onoma.providers.facebook.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.EncodedForm;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpException;
import dev.onoma.oauth.http.ProviderHttp;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.providers.facebook.Facebook;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.oauth.FakeFacebook;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.Fault;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookLoginTest {
    private static final URI CALLBACK = URI.create("http://127.0.0.1/callback");
    private static final String SUBJECT = "10158432123456789";
    private static final UserId ANAS_ID = new UserId("facebook|" + SUBJECT);
    private static final Person ANA = Person.of(SUBJECT)
            .with("name", "Ana Lovrić")
            .with("first_name", "Ana")
            .with("email", "ana@example.com")
            .with("birthday", "01/01/1990")
            .with("picture", Map.of("data", Map.of("url", "https://example.org/ana.jpg", "is_silhouette", false)));

    private final TestClock clock = TestClock.fixed();
    private final FakeFacebook graph = FakeFacebook.builder().clock(clock).start();
    private final Connection connection =
            Facebook.connection("facebook", graph.clientId()).build();
    private final InMemoryUserStore store = new InMemoryUserStore();
    private final FacebookLogin facebook = facebook().build();

    @BeforeEach
    void signIn() {
        graph.person(ANA);
    }

    @AfterEach
    void close() {
        graph.close();
    }

    private FacebookLogin.Builder facebook() {
        return FacebookLogin.of(connection, graph.clientId(), graph.clientSecret(), CALLBACK)
                .at(new FacebookAddresses(graph.base(), graph.base(), graph.uri(Endpoint.JWKS), "v23.0"))
                .in(Environment.standard().clock(clock));
    }

    private LoginFlow flow(FacebookLogin login) {
        LoginProcessor processor = LoginProcessor.builder(store)
                .connection(connection)
                .clock(clock)
                .build();
        return LoginFlow.builder(processor, TransactionKey.random())
                .client(login.client())
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

    private LoginAnswer login(FacebookLogin login) {
        LoginFlow flow = flow(login);
        StartedLogin started = flow.start("facebook", "/");
        return flow.finish(browse(started), started.handle());
    }

    private void assertDenied(LoginAnswer answer, DenialCode code) {
        assertThat(answer).isInstanceOfSatisfying(LoginAnswer.Denied.class, denied -> {
            assertThat(denied.denial().code()).isEqualTo(code);
            assertThat(denied.toString()).doesNotContain(graph.clientSecret()).doesNotContain(SUBJECT);
        });
        assertThat(store.find(ANAS_ID)).isEmpty();
    }

    @Nested
    @DisplayName("by redirect")
    class Redirect {
        @Test
        @DisplayName("a person logs in, with what the Graph API says, and an address that counts as unverified")
        void login() {
            LoginAnswer answer = FacebookLoginTest.this.login(facebook);

            assertThat(answer.user().orElseThrow().id()).isEqualTo(ANAS_ID);
            assertThat(answer.user().orElseThrow().email()).contains("ana@example.com");
            assertThat(answer.user().orElseThrow().isEmailVerified()).isFalse();
        }

        @Test
        @DisplayName("the Graph API is asked in one version, with the app's proof, and the token in no address")
        void request() {
            FacebookLoginTest.this.login(facebook);

            RecordedRequest me = graph.requests(Endpoint.USERINFO).get(0);
            assertThat(me.path()).isEqualTo("/v23.0/me");
            assertThat(me.parameter("appsecret_proof").orElseThrow()).hasSize(64);
            assertThat(me.parameter("access_token")).isEmpty();
            assertThat(me.header("Authorization").orElseThrow()).startsWith("Bearer ");
            assertThat(me.parameter("fields").orElseThrow()).startsWith("id,name,first_name,last_name");
            assertThat(graph.requests(Endpoint.TOKEN).get(0).path()).isEqualTo("/v23.0/oauth/access_token");
            assertThat(graph.requests(Endpoint.AUTHORIZATION).get(0).path()).isEqualTo("/v23.0/dialog/oauth");
        }

        @Test
        @DisplayName("fields are those that the application asks for, and the id")
        void fields() {
            LoginAnswer answer =
                    FacebookLoginTest.this.login(facebook().fields("birthday").build());

            assertThat(answer.user()
                            .orElseThrow()
                            .primaryIdentity()
                            .profileData()
                            .names())
                    .containsExactlyInAnyOrder("id", "birthday");
        }

        @ParameterizedTest
        @CsvSource({
            "GRAPH_ERROR_WITH_STATUS_200, PROVIDER_UNAVAILABLE",
            "GRAPH_RATE_LIMIT, HTTP_TOO_MANY_REQUESTS",
            "GRAPH_SESSION_EXPIRED, PROFILE_ERROR",
        })
        @DisplayName("an error of the Graph API is a denial, with whatever status it comes")
        void graphErrors(Misbehaviour misbehaviour, DenialCode code) {
            graph.misbehave(misbehaviour);

            LoginAnswer answer = FacebookLoginTest.this.login(facebook);

            assertDenied(answer, code);
            assertThat(((LoginAnswer.Denied) answer).denial().message())
                    .matches("the Graph API reports error [0-9]+, subcode (unknown|463)");
            assertThat(graph.requests(Endpoint.USERINFO)).hasSize(1);
        }

        @Test
        @DisplayName("a profile without an id is refused by the login processor")
        void noId() {
            graph.misbehave(Misbehaviour.MISSING_GRAPH_ID);

            LoginAnswer answer = FacebookLoginTest.this.login(facebook);

            assertThat(answer.user()).isEmpty();
            assertThat(answer.publicCode()).contains("provider_error");
        }

        @Test
        @DisplayName("an answer that is no JSON writes nothing")
        void html() {
            graph.fault(Endpoint.USERINFO, Fault.HTML);

            assertDenied(FacebookLoginTest.this.login(facebook), DenialCode.HTTP_HTML);
        }

        @Test
        @DisplayName("an answer that names an issuer is not Facebook's")
        void issuer() {
            LoginFlow flow = flow(facebook);
            StartedLogin started = flow.start("facebook", "/");
            String state = EncodedForm.parse(started.redirectUri().getRawQuery())
                    .orElseThrow()
                    .get("state");

            LoginAnswer answer = flow.finish(
                    Callback.parse("code=x&state=" + state + "&iss=https%3A%2F%2Fattacker.example"), started.handle());

            assertDenied(answer, DenialCode.ISSUER_MISMATCH);
            assertThat(graph.requests()).isEmpty();
        }
    }

    @Nested
    @DisplayName("with an access token that a client hands over")
    class AccessToken {
        private LoginAnswer accept(String token) {
            return flow(facebook).accept("facebook", () -> facebook.accessToken(token), login -> login);
        }

        @Test
        @DisplayName("its person logs in, once Facebook has said that it is this app's")
        void accepted() {
            LoginAnswer answer = accept(graph.accessToken(ANA));

            assertThat(answer.user().orElseThrow().id()).isEqualTo(ANAS_ID);
            RecordedRequest inspection = graph.requests(Endpoint.DEBUG_TOKEN).get(0);
            assertThat(inspection.path()).isEqualTo("/v23.0/debug_token");
            assertThat(inspection.parameter("access_token")).isEmpty();
        }

        @Test
        @DisplayName("neither its token nor the app's is in an address, which the JDK's client logs")
        void noTokenInAddresses() {
            List<String> addresses = new ArrayList<>();
            FacebookLogin watched = facebook()
                    .in(Environment.standard().clock(clock).http(call -> {
                        addresses.add(call.uri().toString());
                        return ProviderHttp.standard().send(call);
                    }))
                    .build();
            String token = graph.accessToken(ANA);

            watched.accessToken(token);

            assertThat(addresses)
                    .hasSize(2)
                    .allSatisfy(
                            address -> assertThat(address).doesNotContain(token).doesNotContain(graph.clientSecret()));
            RecordedRequest inspection = graph.requests(Endpoint.DEBUG_TOKEN).get(0);
            assertThat(inspection.method()).isEqualTo("POST");
            assertThat(inspection.parameter("method")).contains("GET");
            assertThat(inspection.parameter("input_token")).contains(token);
        }

        @ParameterizedTest
        @ValueSource(strings = {"TOKEN_OF_OTHER_APP", "INVALID_TOKEN", "EXPIRED_TOKEN", "PAGE_TOKEN"})
        @DisplayName("one that is not this app's, not valid or not a person's is denied, before it is used")
        void denied(Misbehaviour misbehaviour) {
            graph.misbehave(misbehaviour);

            assertDenied(accept(graph.accessToken(ANA)), DenialCode.FOREIGN_TOKEN);
            assertThat(graph.requests(Endpoint.USERINFO)).isEmpty();
        }

        @Test
        @DisplayName("one that the Graph API then speaks of another person for is denied")
        void otherPerson() {
            graph.misbehave(Misbehaviour.TOKEN_OF_OTHER_PERSON);

            assertDenied(accept(graph.accessToken(ANA)), DenialCode.FOREIGN_TOKEN);
        }

        @Test
        @DisplayName("one that Facebook does not know, or that is no token, is denied")
        void unknown() {
            assertDenied(accept("made-up"), DenialCode.FOREIGN_TOKEN);
            assertThat(graph.requests()).hasSize(1);
            assertDenied(accept(""), DenialCode.FOREIGN_TOKEN);
            assertDenied(accept("a b"), DenialCode.FOREIGN_TOKEN);
            assertDenied(accept("a\r\nX: b"), DenialCode.FOREIGN_TOKEN);
            assertThat(graph.requests()).hasSize(1);
        }
    }

    @Nested
    @DisplayName("with a Limited Login token")
    class LimitedLogin {
        private LoginAnswer accept(String token, String nonce) {
            return flow(facebook).accept("facebook", () -> facebook.limitedLogin(token, nonce), login -> login);
        }

        @Test
        @DisplayName("its person logs in")
        void accepted() {
            LoginAnswer answer = accept(graph.idToken(ANA, Optional.of("n")), "n");

            assertThat(answer.user().orElseThrow().id()).isEqualTo(ANAS_ID);
        }

        @ParameterizedTest
        @ValueSource(strings = {"WRONG_AUDIENCE", "WRONG_ISSUER", "WRONG_NONCE", "EXPIRED", "FOREIGN_KEY"})
        @DisplayName("one that is not for this login is denied")
        void denied(Misbehaviour misbehaviour) {
            graph.misbehave(misbehaviour);

            assertDenied(accept(graph.idToken(ANA, Optional.of("n")), "n"), DenialCode.INVALID_ID_TOKEN);
        }
    }

    @Nested
    @DisplayName("a signed request")
    class Signed {
        private SignedRequest read(String signedRequest) {
            return facebook.signedRequest(EncodedForm.of(Map.of("signed_request", signedRequest)));
        }

        private void assertRefused(SignedRequest request, DenialCode code) {
            assertThat(request.identity()).isEmpty();
            assertThat(request).isInstanceOfSatisfying(SignedRequest.Denied.class, denied -> {
                assertThat(denied.denial().code()).isEqualTo(code);
                assertThat(denied.toString()).doesNotContain(SUBJECT);
            });
        }

        @Test
        @DisplayName("says whose identity it is about, and prints no id")
        void authentic() {
            SignedRequest request = read(graph.signedRequest(ANA, clock.instant()));

            assertThat(request.identity()).contains(new IdentityKey("facebook", SUBJECT));
            assertThat(request).hasToString("SignedRequest.Authentic[facebook, 2026-01-01T12:00:00Z]");
        }

        @Test
        @DisplayName("may be ten minutes old and a minute from the future, and no second more")
        void age() {
            Instant now = clock.instant();

            assertThat(read(graph.signedRequest(ANA, now.minus(Duration.ofMinutes(10))))
                            .identity())
                    .isPresent();
            assertThat(read(graph.signedRequest(ANA, now.plusSeconds(60))).identity())
                    .isPresent();
            assertRefused(read(graph.signedRequest(ANA, now.minusSeconds(601))), DenialCode.SIGNED_REQUEST_EXPIRED);
            assertRefused(read(graph.signedRequest(ANA, now.plusSeconds(61))), DenialCode.SIGNED_REQUEST_EXPIRED);
        }

        @Test
        @DisplayName("changed in any character is denied")
        void changed() {
            String request = graph.signedRequest(ANA, clock.instant());
            for (int i = 0; i < request.length(); i++) {
                char other = request.charAt(i) == 'A' ? 'B' : 'A';

                assertRefused(
                        read(request.substring(0, i) + other + request.substring(i + 1)),
                        DenialCode.INVALID_SIGNED_REQUEST);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "a", "a.b", "=.", "a.b.c", "ü.ü"})
        @DisplayName("that is none is denied")
        void none(String request) {
            assertRefused(read(request), DenialCode.INVALID_SIGNED_REQUEST);
        }

        @Test
        @DisplayName("twice in a form, in a broken form, in none, or in one over the limit, is denied")
        void form() {
            String request = graph.signedRequest(ANA, clock.instant());
            for (String form : new String[] {
                "signed_request=" + request + "&signed_request=" + request,
                "signed_request=%zz",
                "",
                "signed_request=" + request + "&x=" + "y".repeat(64 * 1024)
            }) {
                assertRefused(facebook.signedRequest(form), DenialCode.INVALID_SIGNED_REQUEST);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "zq7", "{\"a\":1,\"a\":2}", "{} x"})
        @DisplayName("signed, but no JSON object, is denied")
        void noObject(String text) {
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            String payload = base64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
            String signature = base64.encodeToString(new AppSecret(graph.clientSecret()).hmac(payload));

            assertRefused(read(signature + "." + payload), DenialCode.INVALID_SIGNED_REQUEST);
        }

        @Test
        @DisplayName("in another spelling of its base64url is denied")
        void otherSpelling() {
            String request = graph.signedRequest(ANA, clock.instant());
            int dot = request.indexOf('.');

            assertRefused(
                    read(request.substring(0, dot) + "=" + request.substring(dot)), DenialCode.INVALID_SIGNED_REQUEST);
        }

        @Test
        @DisplayName("signed, but not with the algorithm, a time and a person, is denied")
        void payload() {
            JsonObject good = JsonObject.builder()
                    .put("algorithm", "HMAC-SHA256")
                    .put("issued_at", clock.instant().getEpochSecond())
                    .put("user_id", SUBJECT)
                    .build();

            assertThat(read(graph.signedRequest(good)).identity()).isPresent();
            assertThat(read(graph.signedRequest(good.toBuilder()
                                    .put("user_id", Long.parseLong(SUBJECT))
                                    .build()))
                            .identity())
                    .contains(new IdentityKey("facebook", SUBJECT));
            for (JsonObject bad : new JsonObject[] {
                good.without("algorithm"),
                good.toBuilder().put("algorithm", "none").build(),
                good.without("issued_at"),
                good.toBuilder().put("issued_at", "now").build(),
                good.toBuilder().put("issued_at", -1).build(),
                good.without("user_id"),
                good.toBuilder().put("user_id", "").build(),
                good.toBuilder().put("user_id", "null").build(),
                good.toBuilder().put("user_id", true).build()
            }) {
                assertRefused(read(graph.signedRequest(bad)), DenialCode.INVALID_SIGNED_REQUEST);
            }
        }
    }

    @Test
    @DisplayName("goes to Facebook unless told otherwise, in the version that is told, and prints no secret")
    void publicAddresses() {
        FacebookLogin login = FacebookLogin.of(connection, "id", "zq7", CALLBACK)
                .at(FacebookAddresses.PUBLIC.version("v99.0"))
                .build();

        assertThat(login.client().endpoints().authorization())
                .isEqualTo(URI.create("https://www.facebook.com/v99.0/dialog/oauth"));
        assertThat(login.client().endpoints().token())
                .isEqualTo(URI.create("https://graph.facebook.com/v99.0/oauth/access_token"));
        assertThat(login)
                .hasToString("FacebookLogin[LoginClient[facebook, SECRET_POST, scopes=[public_profile, email]]]");
        assertThat(new AppSecret("zq7")).hasToString("AppSecret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FacebookAddresses.PUBLIC.version("23"))
                .withMessage("a version of the Graph API is written as in v23.0");
    }
}
