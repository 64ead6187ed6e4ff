package dev.onoma.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.user.User;
import dev.onoma.core.user.UserJson;
import dev.onoma.oauth.client.ClientAuthentication;
import dev.onoma.oauth.client.CodeVerifier;
import dev.onoma.oauth.client.ProviderTokens;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.oauth.transaction.InMemoryUsedTransactions;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.oauth.transaction.UsedTransactions;
import dev.onoma.oauth.world.FakeProvider;
import dev.onoma.oauth.world.Journey;
import dev.onoma.oauth.world.Loopback;
import dev.onoma.oauth.world.Together;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LoginFlowTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Journey journey = new Journey();
    private final LoginFlow flow = journey.flow();

    @AfterEach
    void close() {
        journey.close();
    }

    private StartedLogin start() {
        return flow.start(Journey.CONNECTION, "/basket");
    }

    @Nested
    @DisplayName("a login that goes well")
    class Well {
        @Test
        @DisplayName("gives the user, the provider's tokens, and the way back")
        void completed() {
            StartedLogin started = start();

            LoginAnswer answer =
                    flow.finish(Journey.answerTo(started).ip("192.0.2.1").userAgent("browser"), started.handle());

            User user = answer.user().orElseThrow();
            assertThat(user.id().value()).isEqualTo("developer|1");
            assertThat(user.counters().lastIp()).contains("192.0.2.1");
            assertThat(answer.returnTo()).contains("/basket");
            assertThat(answer.publicCode()).isEmpty();
            assertThat(answer).isInstanceOfSatisfying(LoginAnswer.Completed.class, completed -> {
                ProviderTokens tokens = completed.tokens().orElseThrow();
                assertThat(tokens.accessToken()).isEqualTo(FakeProvider.ACCESS_TOKEN);
                assertThat(tokens.refreshToken()).contains(FakeProvider.REFRESH_TOKEN);
                assertThat(tokens.idToken()).isEmpty();
                assertThat(tokens.expiresAt()).contains(journey.clock.instant().plusSeconds(3600));
                assertThat(tokens.scopes()).containsExactly("profile", "email");
                assertThat(tokens).hasToString("ProviderTokens[access, refresh]");
            });
            assertThat(answer).hasToString("LoginAnswer.Completed[developer, accepted]");
        }

        @Test
        @DisplayName("stores and prints none of the provider's tokens")
        void tokensStayWithTheCaller() {
            StartedLogin started = start();

            LoginAnswer answer = flow.finish(Journey.answerTo(started), started.handle());

            String stored = UserJson.write(answer.user().orElseThrow()).toJson();
            assertThat(stored).doesNotContain(FakeProvider.ACCESS_TOKEN).doesNotContain(FakeProvider.REFRESH_TOKEN);
            journey.assertSilent(
                    List.of(answer, ((LoginAnswer.Completed) answer).tokens(), flow, started, journey.key), started);
        }

        @Test
        @DisplayName("keeps its handle in a cookie that lives as long as it may take, and comes back from the provider")
        void cookie() {
            StartedLogin started = start();

            assertThat(started.cookie("login", false))
                    .isEqualTo("login=" + started.handle() + "; Path=/; Max-Age=600; HttpOnly; SameSite=Lax");
            assertThat(started.cookie("__Host-login", true))
                    .startsWith("__Host-login=")
                    .endsWith("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
        }

        @Test
        @DisplayName("keeps it in a cookie for all sites where another site's form has to bring it along")
        void cookieOfAForm() {
            URI form = URI.create("https://example.com/authorize?a=1&response_mode=form_post");
            URI similar = URI.create("https://example.com/authorize?state=response_mode=form_post");

            assertThat(new StartedLogin(form, "handle", "/", 60).cookie("login", true))
                    .isEqualTo("login=handle; Path=/; Max-Age=60; HttpOnly; SameSite=None; Secure");
            assertThat(new StartedLogin(similar, "handle", "/", 60).cookie("login", true))
                    .contains("SameSite=Lax");
            assertThat(new StartedLogin(URI.create("https://example.com/"), "handle", "/", 60).cookie("login", true))
                    .contains("SameSite=Lax");
        }

        @Test
        @DisplayName("starts with one of the connections that there are clients for")
        void connections() {
            assertThat(flow.connections()).containsExactly(Journey.CONNECTION);
        }

        @Test
        @DisplayName("sends the browser off with state, nonce and the hash of the verifier")
        void authorizationRequest() {
            StartedLogin started = start();

            assertThat(started.redirectUri().toString())
                    .startsWith(journey.provider.endpoints().authorization() + "?");
            Map<String, String> parameters = Journey.parameters(started);
            assertThat(parameters)
                    .containsEntry("response_type", "code")
                    .containsEntry("client_id", "client-1")
                    .containsEntry("redirect_uri", Journey.CALLBACK.toString())
                    .containsEntry("scope", "profile email")
                    .containsEntry("code_challenge_method", "S256")
                    .containsOnlyKeys(
                            "response_type",
                            "client_id",
                            "redirect_uri",
                            "scope",
                            "state",
                            "nonce",
                            "code_challenge",
                            "code_challenge_method");
            for (String secret : List.of("state", "nonce", "code_challenge")) {
                assertThat(parameters.get(secret)).hasSize(43);
            }
        }

        @Test
        @DisplayName("redeems the code with the verifier whose hash the browser took along")
        void tokenRequest() {
            StartedLogin started = start();

            flow.finish(Journey.answerTo(started), started.handle());

            Map<String, String> form = journey.provider.tokenForm();
            assertThat(form)
                    .containsEntry("grant_type", "authorization_code")
                    .containsEntry("code", Journey.CODE)
                    .containsEntry("redirect_uri", Journey.CALLBACK.toString())
                    .containsEntry("client_id", "client-1")
                    .containsEntry("client_secret", "zq7-client-secret");
            assertThat(new CodeVerifier(form.get("code_verifier")).challenge())
                    .isEqualTo(Journey.parameter(started, "code_challenge"));
        }

        @Test
        @DisplayName("never has two secrets alike")
        void random() {
            Set<String> secrets = new HashSet<>();
            for (int i = 0; i < 50; i++) {
                StartedLogin started = start();
                secrets.add(Journey.parameter(started, "state"));
                secrets.add(Journey.parameter(started, "nonce"));
                secrets.add(Journey.parameter(started, "code_challenge"));
                secrets.add(started.handle());
            }

            assertThat(secrets).hasSize(200);
        }

        @Test
        @DisplayName("takes a code as it was encoded: signs at its end, plus, percent")
        void codeWithSigns() {
            StartedLogin started = start();

            flow.finish(Journey.answerTo(started, "code=4/0Abc==&scope=a%20b"), started.handle());

            assertThat(journey.provider.tokenForm()).containsEntry("code", "4/0Abc==");
        }

        @Test
        @DisplayName("hands a refused login on as the processor's result, with the tokens")
        void refused() {
            journey.provider.meAnswers(Loopback.json("{\"name\":\"nobody\"}"));
            StartedLogin started = start();

            LoginAnswer answer = flow.finish(Journey.answerTo(started), started.handle());

            assertThat(answer.user()).isEmpty();
            assertThat(answer.publicCode()).contains("provider_error");
            assertThat(answer).hasToString("LoginAnswer.Completed[developer, missing_subject]");
        }
    }

    @Nested
    @DisplayName("a callback that is not this browser's")
    class Foreign {
        @Test
        @DisplayName("with another state is denied, and does not use the login up")
        void otherState() {
            StartedLogin victim = start();
            StartedLogin attacker = start();

            LoginAnswer answer = flow.finish(Journey.answerTo(attacker), victim.handle());

            journey.assertDenied(answer, DenialCode.STATE_MISMATCH, victim, 0);
            assertThat(answer.returnTo()).contains("/basket");
            assertThat(flow.finish(Journey.answerTo(victim), victim.handle()).user())
                    .isPresent();
        }

        @Test
        @DisplayName("is printed without the way back, which can hold anything")
        void text() {
            StartedLogin started = flow.start(Journey.CONNECTION, "/zq7?mail=zq7@example.com");

            LoginAnswer answer = flow.finish(Callback.parse("code=x"), started.handle());

            assertThat(answer.returnTo()).contains("/zq7?mail=zq7@example.com");
            assertThat(answer).asString().startsWith("LoginAnswer.Denied[").doesNotContain("zq7");
        }

        @Test
        @DisplayName("without a state is denied")
        void noState() {
            StartedLogin started = start();

            LoginAnswer answer = flow.finish(Callback.parse("code=" + Journey.CODE), started.handle());

            journey.assertDenied(answer, DenialCode.STATE_MISMATCH, started, 0);
        }

        @Test
        @DisplayName("with the right state and no handle is denied: knowing the state is not enough")
        void noHandle() {
            StartedLogin started = start();

            LoginAnswer answer = flow.finish(Journey.answerTo(started), "");

            journey.assertDenied(answer, DenialCode.INVALID_TRANSACTION, started, 0);
            assertThat(answer.returnTo()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"state", "nonce", "code_challenge"})
        @DisplayName("with something of the redirect in place of the handle is denied")
        void guessedHandle(String parameter) {
            StartedLogin started = start();

            LoginAnswer answer = flow.finish(Journey.answerTo(started), Journey.parameter(started, parameter));

            journey.assertDenied(answer, DenialCode.INVALID_TRANSACTION, started, 0);
        }

        @Test
        @DisplayName("with a handle changed in any byte is denied")
        void changedHandle() {
            StartedLogin started = start();
            byte[] handle = Base64.getUrlDecoder().decode(started.handle());
            for (int i = 0; i < handle.length; i++) {
                byte[] changed = handle.clone();
                changed[i] ^= 1;

                LoginAnswer answer = flow.finish(
                        Journey.answerTo(started),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(changed));

                journey.assertDenied(answer, DenialCode.INVALID_TRANSACTION, started, 0);
            }
        }

        @Test
        @DisplayName("with a handle sealed by another key is denied, and by a former one accepted")
        void otherKey() {
            byte[] former = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
            byte[] current = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);
            LoginFlow before = LoginFlow.builder(journey.processor, TransactionKey.of(former))
                    .client(journey.client().build())
                    .clock(journey.clock)
                    .build();
            LoginFlow after = LoginFlow.builder(
                            journey.processor, TransactionKey.of(current).alsoOpening(former))
                    .client(journey.client().build())
                    .clock(journey.clock)
                    .build();
            StartedLogin started = before.start(Journey.CONNECTION, "/");

            journey.assertDenied(
                    flow.finish(Journey.answerTo(started), started.handle()),
                    DenialCode.INVALID_TRANSACTION,
                    started,
                    0);
            assertThat(after.finish(Journey.answerTo(started), started.handle()).user())
                    .isPresent();
        }

        @Test
        @DisplayName("with a handle that is longer than any of ours is denied")
        void longHandle() {
            StartedLogin started = start();

            LoginAnswer answer = flow.finish(Journey.answerTo(started), "A".repeat(100_000));

            journey.assertDenied(answer, DenialCode.INVALID_TRANSACTION, started, 0);
        }
    }

    @Nested
    @DisplayName("a login is finished once")
    class Once {
        @Test
        @DisplayName("a second callback with the same handle is denied, without a second request")
        void twice() {
            StartedLogin started = start();
            flow.finish(Journey.answerTo(started), started.handle());
            journey.writes.clear();

            LoginAnswer answer = flow.finish(Journey.answerTo(started), started.handle());

            journey.assertDenied(answer, DenialCode.TRANSACTION_USED, started, 2);
        }

        @Test
        @DisplayName("a login that was denied by the provider cannot be tried again with another code")
        void afterFailure() {
            StartedLogin started = start();
            journey.provider.tokenAnswers(Loopback.response(400, "application/json", "{\"error\":\"invalid_grant\"}"));
            journey.assertDenied(
                    flow.finish(Journey.answerTo(started), started.handle()), DenialCode.CODE_REFUSED, started, 1);

            LoginAnswer answer = flow.finish(Journey.answerTo(started, "code=other"), started.handle());

            journey.assertDenied(answer, DenialCode.TRANSACTION_USED, started, 1);
        }

        @Test
        @DisplayName("of many callbacks at one moment on two nodes that share the memory of uses, one gets through")
        void parallel() {
            UsedTransactions shared = new InMemoryUsedTransactions(journey.clock);
            LoginFlow one = journey.flow(journey.client().build()).used(shared).build();
            LoginFlow two = journey.flow(journey.client().build()).used(shared).build();
            StartedLogin started = one.start(Journey.CONNECTION, "/");

            List<LoginAnswer> answers = Together.run(
                    16, i -> () -> (i % 2 == 0 ? one : two).finish(Journey.answerTo(started), started.handle()));

            assertThat(answers.stream().filter(answer -> answer.user().isPresent()))
                    .hasSize(1);
            assertThat(journey.provider.tokenForm()).containsEntry("code", Journey.CODE);
        }
    }

    @Nested
    @DisplayName("a login lasts ten minutes")
    class Expiry {
        @Test
        @DisplayName("at ten minutes it is finished still, a millisecond later no more")
        void limit() {
            StartedLogin inTime = start();
            StartedLogin late = start();
            journey.clock.advance(TEN_MINUTES);
            assertThat(flow.finish(Journey.answerTo(inTime), inTime.handle()).user())
                    .isPresent();
            journey.writes.clear();
            journey.clock.advance(Duration.ofMillis(1));

            LoginAnswer answer = flow.finish(Journey.answerTo(late), late.handle());

            journey.assertDenied(answer, DenialCode.TRANSACTION_EXPIRED, late, 2);
        }

        @Test
        @DisplayName("one from a node whose clock is a minute ahead is finished, one from further ahead is not")
        void future() {
            StartedLogin started = start();
            StartedLogin other = start();
            journey.clock.set(journey.clock.instant().minusSeconds(60));
            assertThat(flow.finish(Journey.answerTo(started), started.handle()).user())
                    .isPresent();
            journey.writes.clear();
            journey.clock.set(journey.clock.instant().minusMillis(1));

            LoginAnswer answer = flow.finish(Journey.answerTo(other), other.handle());

            journey.assertDenied(answer, DenialCode.TRANSACTION_EXPIRED, other, 2);
        }

        @Test
        @DisplayName("as long as the application says")
        void configured() {
            LoginFlow hasty = journey.flow(journey.client().build())
                    .limits(OAuthLimits.STANDARD.with(OAuthLimit.TRANSACTION_SECONDS, 5))
                    .build();
            StartedLogin started = hasty.start(Journey.CONNECTION, "/");
            journey.clock.advance(Duration.ofSeconds(6));

            LoginAnswer answer = hasty.finish(Journey.answerTo(started), started.handle());

            journey.assertDenied(answer, DenialCode.TRANSACTION_EXPIRED, started, 0);
        }
    }

    @Nested
    @DisplayName("a login is bound to the client that it was started for")
    class Bound {
        private void deniedBy(LoginFlow other) {
            StartedLogin started = start();

            journey.assertDenied(
                    other.finish(Journey.answerTo(started), started.handle()),
                    DenialCode.INVALID_TRANSACTION,
                    started,
                    0);
        }

        @Test
        @DisplayName("to its connection")
        void connection() {
            deniedBy(journey.flow(journey.client("second").build()).build());
        }

        @Test
        @DisplayName("to its issuer")
        void issuer() {
            deniedBy(journey.flow(
                            journey.client().issuer("https://other.example").build())
                    .build());
        }

        @Test
        @DisplayName("to its redirect URI and its client id")
        void redirectUri() {
            deniedBy(journey.flow(dev.onoma.oauth.client.LoginClient.of(
                                    journey.client().build().connection(),
                                    "client-1",
                                    URI.create("https://app.example/other"))
                            .endpoints(journey.provider.endpoints())
                            .claims(journey.profile())
                            .build())
                    .build());
            deniedBy(journey.flow(dev.onoma.oauth.client.LoginClient.of(
                                    journey.client().build().connection(), "client-2", Journey.CALLBACK)
                            .endpoints(journey.provider.endpoints())
                            .claims(journey.profile())
                            .build())
                    .build());
        }
    }

    @Nested
    @DisplayName("the issuer that an answer names (RFC 9207)")
    class Issuer {
        private static final String HONEST = "https%3A%2F%2Fhonest.example";

        private LoginAnswer finish(LoginFlow flow, String query) {
            StartedLogin started = flow.start(Journey.CONNECTION, "/");
            LoginAnswer answer = flow.finish(Journey.answerTo(started, query), started.handle());
            if (answer instanceof LoginAnswer.Denied) {
                journey.assertDenied(answer, DenialCode.ISSUER_MISMATCH, started, 0);
            }
            return answer;
        }

        @Test
        @DisplayName("has to be the one that the login was sent to")
        void mixUp() {
            LoginFlow honest = journey.flow(
                            journey.client().issuer("https://honest.example").build())
                    .build();

            assertThat(finish(honest, "code=x&iss=https%3A%2F%2Fattacker.example")
                            .user())
                    .isEmpty();
            assertThat(finish(honest, "code=x&iss=" + HONEST + "%2F").user()).isEmpty();
            assertThat(finish(honest, "error=access_denied&iss=https%3A%2F%2Fattacker.example")
                            .user())
                    .isEmpty();
            assertThat(finish(honest, "code=x&iss=" + HONEST).user()).isPresent();
        }

        @Test
        @DisplayName("may be missing where the provider does not promise it, and may not where it does")
        void missing() {
            LoginFlow plain = journey.flow(
                            journey.client().issuer("https://honest.example").build())
                    .build();
            LoginFlow promising = journey.flow(journey.client()
                            .issuer("https://honest.example")
                            .requireIssuerInAnswers()
                            .build())
                    .build();

            assertThat(finish(promising, "code=x").user()).isEmpty();
            assertThat(finish(plain, "code=x").user()).isPresent();
        }

        @Test
        @DisplayName("is not that of a provider that has none")
        void none() {
            assertThat(finish(flow, "code=x&iss=" + HONEST).user()).isEmpty();
        }
    }

    @Nested
    @DisplayName("an answer that is no answer")
    class Malformed {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "code=a&code=a",
                    "code=a&state=x",
                    "code=a&foo=1&foo=2",
                    "code=%zz",
                    "code=%4",
                    "code=%ff",
                    "code=%EF%BC%91%",
                    "code=ü",
                    "code=a&error=access_denied",
                    "code=",
                    "foo=bar",
                    "code=%0Aa",
                    "code=%C3%BC",
                })
        @DisplayName("is denied without a request")
        void denied(String query) {
            StartedLogin started = start();

            LoginAnswer answer = flow.finish(Journey.answerTo(started, query), started.handle());

            journey.assertDenied(answer, DenialCode.INVALID_CALLBACK, started, 0);
        }

        @Test
        @DisplayName("is one with a parameter twice, from a web framework too")
        void decoded() {
            StartedLogin started = start();
            String state = Journey.parameter(started, "state");

            LoginAnswer answer = flow.finish(
                    Callback.of(Map.of("code", List.of("a"), "state", List.of(state, state))), started.handle());

            journey.assertDenied(answer, DenialCode.INVALID_CALLBACK, started, 0);
            assertThat(flow.finish(Callback.of(Map.of("code", List.of("a"), "state", List.of(state))), started.handle())
                            .user())
                    .isPresent();
        }

        @Test
        @DisplayName("is one over the limit, and is not one at the limit")
        void tooLong() {
            StartedLogin started = start();
            int most = 64 * 1024 - "code".length() - "a".length() - "state".length() - 43 - "x".length();

            LoginAnswer past =
                    flow.finish(Journey.answerTo(started, "code=a&x=" + "y".repeat(most + 1)), started.handle());
            journey.assertDenied(past, DenialCode.INVALID_CALLBACK, started, 0);
            LoginAnswer at = flow.finish(Journey.answerTo(started, "code=a&x=" + "y".repeat(most)), started.handle());

            assertThat(at.user()).isPresent();
        }

        @Test
        @DisplayName("is one with a code longer than any")
        void longCode() {
            StartedLogin started = start();

            LoginAnswer answer = flow.finish(Journey.answerTo(started, "code=" + "y".repeat(4097)), started.handle());

            journey.assertDenied(answer, DenialCode.INVALID_CALLBACK, started, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, ACCESS_DENIED, access_denied",
        "login_required, INTERACTION_REQUIRED, access_denied",
        "consent_required, INTERACTION_REQUIRED, access_denied",
        "temporarily_unavailable, PROVIDER_UNAVAILABLE, provider_unavailable",
        "server_error, PROVIDER_UNAVAILABLE, provider_unavailable",
        "unauthorized_client, CLIENT_REFUSED, provider_error",
        "invalid_scope, AUTHORIZATION_ERROR, provider_error",
        "zq7_made_up, AUTHORIZATION_ERROR, provider_error"
    })
    @DisplayName("an error that the provider reports to the browser is a typed denial, its description is not repeated")
    void errors(String error, DenialCode code, String publicCode) {
        StartedLogin started = start();

        LoginAnswer answer = flow.finish(
                Journey.answerTo(started, "error=" + error + "&error_description=zq7+text&error_uri=https%3A%2F%2Fzq7"),
                started.handle());

        journey.assertDenied(answer, code, started, 0);
        assertThat(answer.publicCode()).contains(publicCode);
    }

    @Nested
    @DisplayName("a provider that fails")
    class Failing {
        private void denied(DenialCode code, int requests) {
            StartedLogin started = start();

            LoginAnswer answer = flow.finish(Journey.answerTo(started), started.handle());

            journey.assertDenied(answer, code, started, requests);
            assertThat(journey.provider.tokenForm()).as("the code, once").containsEntry("code", Journey.CODE);
        }

        @ParameterizedTest
        @CsvSource(quoteCharacter = '`', textBlock = """
                500, `{"error":"zq7"}`,                         HTTP_SERVER_ERROR
                503, `<html>zq7</html>`,                        HTTP_SERVER_ERROR
                429, `zq7`,                                     HTTP_TOO_MANY_REQUESTS
                302, `zq7`,                                     HTTP_REDIRECT
                400, `{"error":"invalid_grant","error_description":"zq7"}`, CODE_REFUSED
                401, `{"error":"invalid_client"}`,              CLIENT_REFUSED
                400, `{"error":"unauthorized_client"}`,         CLIENT_REFUSED
                400, `{"error":"zq7"}`,                         HTTP_CLIENT_ERROR
                400, `{"error":{"message":"zq7"}}`,             HTTP_CLIENT_ERROR
                404, `zq7`,                                     HTTP_CLIENT_ERROR
                200, `{"error":"zq7"}`,                         INVALID_TOKEN_RESPONSE
                200, `access_token=zq7-t&token_type=bearer`,    INVALID_TOKEN_RESPONSE
                """)
        @DisplayName("at the token endpoint gets the code once, and the login is denied")
        void token(int status, String body, DenialCode code) {
            journey.provider.tokenAnswers(Loopback.response(status, "application/json", body));

            denied(code, 1);
        }

        @Test
        @DisplayName("by hanging up at the token endpoint gets the code once")
        void hangsUp() {
            journey.provider.tokenAnswers((request, out) -> {});

            denied(DenialCode.HTTP_UNREACHABLE, 1);
        }

        @Test
        @DisplayName("for the profile is asked a second time, as for any GET, and then the login is denied")
        void profile() {
            journey.provider.meAnswers(Loopback.response(500, "application/json", "{}"));

            denied(DenialCode.HTTP_SERVER_ERROR, 3);
        }

        @Test
        @DisplayName("to come to an end costs what a callback may cost, however many calls it takes")
        void slow() {
            journey.provider.tokenAnswers((request, out) -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
                out.write(Loopback.json("{\"access_token\":\"zq7\",\"token_type\":\"Bearer\"}")
                        .getBytes(StandardCharsets.UTF_8));
            });
            LoginFlow hasty = journey.flow(journey.client()
                            .claims(request -> {
                                for (int i = 0; i < 1_000; i++) {
                                    journey.profile().claims(request);
                                }
                                throw new AssertionError("a callback without end");
                            })
                            .build())
                    .limits(OAuthLimits.STANDARD.with(OAuthLimit.CALLBACK_MILLIS, 600))
                    .build();
            StartedLogin started = hasty.start(Journey.CONNECTION, "/");

            LoginAnswer answer = hasty.finish(Journey.answerTo(started), started.handle());

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            LoginAnswer.Denied.class,
                            denied -> assertThat(denied.denial().code()).isEqualTo(DenialCode.HTTP_TIMEOUT));
        }
    }

    @Nested
    @DisplayName("the way back")
    class WayBack {
        @ParameterizedTest
        @ValueSource(strings = {"/", "/a", "/a/b?c=d&e=%2F%2Fevil.example#f", "/?next=https://evil.example", "/a:b@c"})
        @DisplayName("is a path of the application")
        void own(String path) {
            assertThat(flow.start(Journey.CONNECTION, path).returnTo()).isEqualTo(path);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "https://evil.example",
                    "//evil.example",
                    "///evil.example",
                    "/\\evil.example",
                    "\\\\evil.example",
                    "/\t/evil.example",
                    "/\n/evil.example",
                    " /a",
                    "/a b",
                    "/.//evil.example",
                    "/a/..//evil.example",
                    "/a/../b",
                    "/./a",
                    "/a//b",
                    "javascript:alert(1)",
                    "a",
                    "?a",
                    "/ü",
                    "/%zz",
                    "/\u0000",
                    "https:/evil.example",
                    "http:evil.example",
                })
        @DisplayName("leads home where it could lead elsewhere")
        void elsewhere(String path) {
            assertThat(flow.start(Journey.CONNECTION, path).returnTo()).isEqualTo("/");
        }

        @Test
        @DisplayName("has a length")
        void length() {
            assertThat(flow.start(Journey.CONNECTION, "/" + "a".repeat(1023)).returnTo())
                    .hasSize(1024);
            assertThat(flow.start(Journey.CONNECTION, "/" + "a".repeat(1024)).returnTo())
                    .isEqualTo("/");
        }

        @Test
        @DisplayName("may be an address that the application named, exactly that one")
        void named() {
            LoginFlow flow = journey.flow(journey.client().build())
                    .home("/start")
                    .mayReturnTo("myapp://done")
                    .build();

            assertThat(flow.start(Journey.CONNECTION, "myapp://done").returnTo())
                    .isEqualTo("myapp://done");
            assertThat(flow.start(Journey.CONNECTION, "myapp://done/").returnTo())
                    .isEqualTo("/start");
        }

        @Test
        @DisplayName("with the longest path fits a cookie")
        void fitsACookie() {
            StartedLogin started = flow.start(Journey.CONNECTION, "/" + "a".repeat(1023));

            assertThat(started.handle()).hasSizeLessThan(3_000);
            assertThat(flow.finish(Journey.answerTo(started), started.handle()).returnTo())
                    .contains(started.returnTo());
        }
    }

    @Test
    @DisplayName("a wrong configuration is refused when it is built")
    void configuration() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> LoginFlow.builder(journey.processor, journey.key).build())
                .withMessage("a flow needs a client");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journey.flow(journey.client().build())
                        .client(journey.client().build()))
                .withMessage("a connection has one client");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journey.flow(journey.client().build())
                        .home("https://elsewhere.example")
                        .build())
                .withMessage("home must be a path of the application, with one slash at its start");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow.start("unknown", "/"))
                .withMessage("no client was given for a connection of that name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionKey.of(new byte[31]))
                .withMessage("a transaction key must have 32 bytes");
    }

    @Test
    @DisplayName("a client with Basic authentication shows id and secret form-encoded, and none of it in the form")
    void basic() {
        LoginFlow basic = journey.flow(journey.client()
                        .secret("a b:c%", ClientAuthentication.SECRET_BASIC)
                        .build())
                .build();
        StartedLogin started = basic.start(Journey.CONNECTION, "/");

        basic.finish(Journey.answerTo(started), started.handle());

        String expected = Base64.getEncoder().encodeToString("client-1:a+b%3Ac%25".getBytes(StandardCharsets.US_ASCII));
        assertThat(journey.provider.requests().get(0).headers()).containsEntry("authorization", "Basic " + expected);
        assertThat(journey.provider.tokenForm()).doesNotContainKeys("client_id", "client_secret");
    }
}
