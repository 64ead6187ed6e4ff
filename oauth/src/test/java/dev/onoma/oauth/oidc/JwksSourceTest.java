package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.SUBJECT;
import static dev.onoma.oauth.oidc.TestIssuer.expected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.json.JsonObject;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.HttpException;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.http.HttpReply;
import dev.onoma.oauth.http.ProviderHttp;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.oauth.world.Loopback;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The keys at an address")
class JwksSourceTest {
    private static final URI ADDRESS = URI.create("https://issuer.example.com/jwks");
    private static final Duration LEAST = Duration.ofMinutes(5);

    private final TestIssuer issuer = new TestIssuer();
    private final TestKey next = TestKey.rsa("k2");
    private final AtomicInteger fetches = new AtomicInteger();
    private final List<Runnable> delayed = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();

    private volatile HttpExchange published = answering(issuer.key);

    /** Fetches on the caller's own thread, so that a test sees what happens when. */
    private final JwksSource source = source().executor(Runnable::run).build();

    private JwksSource.Builder source() {
        return JwksSource.of(ADDRESS, call -> {
                    fetches.incrementAndGet();
                    return published.send(call);
                })
                .clock(issuer.clock)
                .delays((delay, task) -> {
                    delays.add(delay);
                    delayed.add(task);
                });
    }

    private static HttpExchange answering(TestKey... keys) {
        return answering(Map.of(), keys);
    }

    private static HttpExchange answering(Map<String, String> headers, TestKey... keys) {
        byte[] set = TestKey.set(Arrays.stream(keys).map(TestKey::jwk).toArray(JsonObject[]::new));
        return call -> new HttpReply(200, headers, set);
    }

    private static HttpExchange failing(DenialCode code) {
        return call -> {
            throw new HttpException(code, "the JWK set could not be had");
        };
    }

    private String outcome(String token) {
        return outcome(token, expected());
    }

    private String outcome(String token, IdTokenExpectation expected) {
        try {
            // The times of the token are those at the start of the test.
            IdTokenVerifier verifier = issuer.verifier(source)
                    .limits(OAuthLimits.STANDARD
                            .with(OAuthLimit.ID_TOKEN_AGE_SECONDS, 1_000_000)
                            .with(OAuthLimit.CLOCK_SKEW_SECONDS, 1_000_000))
                    .build();
            return verifier.verify(token, expected).subject();
        } catch (InvalidTokenException refused) {
            return refused.problem().code();
        }
    }

    @Nested
    @DisplayName("are cached")
    class Cached {
        @Test
        @DisplayName("one fetch for 1,000 logins")
        void thousandLogins() {
            String token = issuer.token();
            for (int i = 0; i < 1_000; i++) {
                assertThat(outcome(token)).isEqualTo(SUBJECT);
            }

            assertThat(fetches).hasValue(1);
        }

        @ParameterizedTest(name = "\"{0}\", aged {1}: fresh for {2} s")
        @CsvSource(
                delimiter = ';',
                value = {
                    "none; none; 300",
                    "max-age=3600; none; 3600",
                    "public, max-age=19800, must-revalidate; none; 19800",
                    "public, max-age=19800; 1800; 18000",
                    "MAX-AGE = \"3600\"; none; 3600",
                    "max-age=300; none; 300",
                    "max-age=301; none; 301",
                    "max-age=299; none; 300",
                    "max-age=0; none; 300",
                    "max-age=-1; none; 300",
                    "max-age=x; none; 300",
                    "max-age=86400; none; 86400",
                    "max-age=86401; none; 86400",
                    "max-age=99999999999999999999; none; 300",
                    "no-store; none; 300",
                    "no-cache, max-age=3600; none; 300",
                    "max-age=3600; 99999; 300",
                    "max-age=3600; -5; 3600",
                    "x-max-age=3600; none; 300"
                })
        void freshness(String control, String age, long seconds) {
            Map<String, String> headers = new HashMap<>();
            if (!control.equals("none")) {
                headers.put("Cache-Control", control);
            }
            if (!age.equals("none")) {
                headers.put("Age", age);
            }

            Freshness freshness = Freshness.of(
                    new HttpReply(200, headers, new byte[0]), issuer.clock.instant(), OAuthLimits.STANDARD);

            assertThat(freshness.freshUntil()).isEqualTo(issuer.clock.instant().plusSeconds(seconds));
            assertThat(freshness.refreshFrom()).isEqualTo(issuer.clock.instant().plusMillis(seconds * 750));
            assertThat(freshness.staleUntil()).isEqualTo(freshness.freshUntil().plus(Duration.ofHours(24)));
        }

        @Test
        @DisplayName("by real threads at once: one fetch for 200 that wait")
        void singleFlight() throws Exception {
            CountDownLatch open = new CountDownLatch(1);
            HttpExchange answer = published;
            published = call -> {
                await(open);
                return answer.send(call);
            };
            JwksSource threaded = source().build();
            List<Future<KeySet>> waiting = new ArrayList<>();
            CountDownLatch started = new CountDownLatch(200);
            ExecutorService threads = Executors.newFixedThreadPool(200);
            try {
                Callable<KeySet> login = () -> {
                    started.countDown();
                    return threaded.current();
                };
                for (int i = 0; i < 200; i++) {
                    waiting.add(threads.submit(login));
                }
                await(started);
                open.countDown();

                for (Future<KeySet> one : waiting) {
                    assertThat(one.get(10, TimeUnit.SECONDS)).isSameAs(threaded.current());
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(fetches).hasValue(1);
        }

        @Test
        @DisplayName("an interrupted login does not take the others' keys away")
        void interrupted() throws Exception {
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch open = new CountDownLatch(1);
            HttpExchange answer = published;
            published = call -> {
                asked.countDown();
                await(open);
                return answer.send(call);
            };
            JwksSource threaded = source().build();
            AtomicReference<DeniedException> refused = new AtomicReference<>();
            Thread first =
                    new Thread(() -> refused.set(catchThrowableOfType(DeniedException.class, threaded::current)));
            first.start();
            await(asked);
            FutureTask<KeySet> second = new FutureTask<>(threaded::current);
            new Thread(second).start();

            first.interrupt();
            first.join();
            open.countDown();

            assertThat(refused.get().denial().code()).isEqualTo(DenialCode.KEYS_UNAVAILABLE);
            assertThat(second.get(10, TimeUnit.SECONDS).size()).isEqualTo(1);
            assertThat(fetches).hasValue(1);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Nested
    @DisplayName("are refreshed ahead")
    class RefreshedAhead {
        @Test
        @DisplayName("I-19: by a login in the last quarter of their life, which does not wait for it")
        void byALogin() throws Exception {
            Queue<Runnable> behind = new ConcurrentLinkedQueue<>();
            JwksSource later = source().executor(behind::add).build();
            FutureTask<KeySet> firstLogin = new FutureTask<>(later::current);
            new Thread(firstLogin).start();
            while (behind.isEmpty()) {
                Thread.onSpinWait();
            }
            behind.remove().run();
            KeySet first = firstLogin.get(10, TimeUnit.SECONDS);

            issuer.clock.advance(LEAST.multipliedBy(3).dividedBy(4).minusSeconds(1));
            assertThat(later.current()).isSameAs(first);
            assertThat(behind).isEmpty();
            issuer.clock.advance(Duration.ofSeconds(1));
            assertThat(later.current()).as("the old ones at once").isSameAs(first);
            assertThat(behind).as("the fetch behind").hasSize(1);
            behind.remove().run();

            issuer.clock.advance(LEAST.dividedBy(2));
            assertThat(later.current()).isNotSameAs(first);
            assertThat(behind).isEmpty();
            assertThat(fetches).hasValue(2);
        }

        @Test
        @DisplayName("I-19: by a timer, so that a login long after the last one finds them fresh")
        void byTheTimer() {
            KeySet first = source.current();
            assertThat(delays).containsExactly(Duration.ofSeconds(225));

            issuer.clock.advance(Duration.ofSeconds(225));
            delayed.get(0).run();
            issuer.clock.advance(Duration.ofSeconds(200));

            assertThat(fetches).hasValue(2);
            assertThat(source.current()).isNotSameAs(first);
            assertThat(fetches).as("without a fetch of its own").hasValue(2);
        }

        @Test
        @DisplayName("by no timer while nobody logs in")
        void idle() {
            source.current();
            issuer.clock.advance(Duration.ofSeconds(225));
            delayed.get(0).run();

            assertThat(delayed).hasSize(1);
            assertThat(fetches).hasValue(2);
            source.current();
            source.current();
            assertThat(delayed).as("used again, once more").hasSize(2);
        }

        @Test
        @DisplayName("not by a timer whose keys were replaced meanwhile")
        void replaced() {
            source.current();
            issuer.clock.advance(Duration.ofSeconds(230));
            source.current();

            delayed.get(0).run();

            assertThat(fetches).hasValue(2);
        }
    }

    @Nested
    @DisplayName("when a token names a key that is not there")
    class UnknownKeys {
        @Test
        @DisplayName("are fetched anew: a rotation needs nobody's help")
        void rotation() {
            assertThat(outcome(issuer.token())).isEqualTo(SUBJECT);

            published = answering(issuer.key, next);

            assertThat(outcome(next.sign(issuer.claims()))).isEqualTo(SUBJECT);
            assertThat(outcome(issuer.token())).isEqualTo(SUBJECT);
            assertThat(fetches).hasValue(2);
        }

        @Test
        @DisplayName("are fetched anew where a key was replaced under its old name")
        void sameName() {
            assertThat(outcome(issuer.token())).isEqualTo(SUBJECT);
            TestKey replacement = new TestKey("k1", next.pair(), JwsAlgorithm.RS256);

            published = answering(replacement);

            assertThat(outcome(replacement.sign(issuer.claims()))).isEqualTo(SUBJECT);
            assertThat(outcome(issuer.token())).isEqualTo("invalid_signature");
        }

        @Test
        @DisplayName(
                "are fetched twice in 30 seconds for tokens of the issuer's, and not a third time before they are over")
        void twice() {
            outcome(issuer.token());

            assertThat(outcome(next.sign(issuer.claims()))).isEqualTo("unknown_key");
            assertThat(outcome(next.sign(issuer.claims()))).isEqualTo("unknown_key");
            assertThat(fetches).hasValue(3);
            assertThat(outcome(next.sign(issuer.claims()))).isEqualTo("unknown_key");
            issuer.clock.advance(Duration.ofSeconds(29));
            assertThat(outcome(next.sign(issuer.claims()))).isEqualTo("unknown_key");
            assertThat(fetches).hasValue(3);

            issuer.clock.advance(Duration.ofSeconds(1));
            published = answering(next);
            assertThat(outcome(next.sign(issuer.claims()))).isEqualTo(SUBJECT);
        }

        @Test
        @DisplayName("D5: a storm of made up tokens neither asks often nor hides a genuine rotation in its midst")
        void stormAndRotation() {
            outcome(issuer.token());

            for (int i = 0; i < 200; i++) {
                TestKey madeUp = new TestKey("made-up-" + i, next.pair(), JwsAlgorithm.RS256);
                assertThat(outcome(madeUp.sign(issuer.claims()), expected().fromBrowser()))
                        .isEqualTo("unknown_key");
            }
            assertThat(fetches).hasValue(2);
            published = answering(issuer.key, next);

            assertThat(outcome(next.sign(issuer.claims()))).isEqualTo(SUBJECT);
            assertThat(fetches).hasValue(3);
        }

        @Test
        @DisplayName("a limit of one is one for all tokens")
        void limitOfOne() {
            Refetches one = new Refetches(OAuthLimits.STANDARD.with(OAuthLimit.JWKS_UNKNOWN_KEY_FETCHES, 1));

            assertThat(one.grant(TokenOrigin.BROWSER, issuer.clock.instant())).isTrue();
            assertThat(one.grant(TokenOrigin.ISSUER, issuer.clock.instant())).isFalse();
        }

        @Test
        @DisplayName("that others have fetched already are looked at before anybody asks")
        void fetchedByOthers() {
            KeySet old = source.current();
            KeySet newer = source.newerThan(old, TokenOrigin.ISSUER);

            assertThat(source.newerThan(old, TokenOrigin.ISSUER)).isSameAs(newer);
            assertThat(fetches).hasValue(2);
        }

        @Test
        @DisplayName("stay as they are while the issuer cannot be reached")
        void unreachable() {
            outcome(issuer.token());
            published = failing(DenialCode.HTTP_UNREACHABLE);

            assertThat(outcome(next.sign(issuer.claims()))).isEqualTo("unknown_key");
            assertThat(outcome(issuer.token())).isEqualTo(SUBJECT);
        }
    }

    @Nested
    @DisplayName("when the issuer answers badly")
    class BadAnswers {
        @Test
        @DisplayName("serve on for 24 hours past their life, and not a second longer")
        void stale() {
            outcome(issuer.token());
            published = failing(DenialCode.HTTP_SERVER_ERROR);

            issuer.clock.advance(LEAST.plus(Duration.ofHours(24)));
            assertThat(outcome(issuer.token())).isEqualTo(SUBJECT);
            issuer.clock.advance(Duration.ofSeconds(1));
            assertThat(catchThrowableOfType(DeniedException.class, source::current)
                            .denial()
                            .code())
                    .isEqualTo(DenialCode.HTTP_SERVER_ERROR);
        }

        @Test
        @DisplayName("cost one login its time, not each: the next ones do not wait, and it is tried again behind them")
        void oneWaits() {
            source.current();
            published = failing(DenialCode.HTTP_TIMEOUT);
            issuer.clock.advance(LEAST);

            for (int i = 0; i < 100; i++) {
                assertThat(outcome(issuer.token())).isEqualTo(SUBJECT);
            }
            assertThat(fetches).hasValue(2);
            issuer.clock.advance(Duration.ofSeconds(5));
            published = answering(next);
            assertThat(outcome(issuer.token()))
                    .as("tried again behind this one")
                    .isEqualTo(SUBJECT);
            assertThat(fetches).hasValue(3);
            assertThat(outcome(next.sign(issuer.claims()))).isEqualTo(SUBJECT);
        }

        @Test
        @DisplayName("are never replaced by an answer without a usable key")
        void neverReplaced() {
            source.current();
            for (String bad : List.of("{\"keys\":[]}", "{}", "null", "{\"keys\":[{\"kty\":\"oct\"}]}", "oops")) {
                published = call -> HttpReply.json(bad);
                issuer.clock.advance(LEAST.plusSeconds(6));
                assertThat(outcome(issuer.token())).isEqualTo(SUBJECT);
            }
            assertThat(fetches).hasValue(6);
        }

        @Test
        @DisplayName("and there are none yet: refused with the reason, and not asked again for 5 seconds")
        void noneYet() {
            published = call -> HttpReply.json("{\"keys\":[]}");

            for (int i = 0; i < 10; i++) {
                assertThat(catchThrowableOfType(DeniedException.class, source::current))
                        .hasMessage("the JWK set holds no usable key")
                        .extracting(denied -> denied.denial().code())
                        .isEqualTo(DenialCode.KEYS_UNAVAILABLE);
            }
            assertThat(fetches).hasValue(1);
            issuer.clock.advance(Duration.ofSeconds(5));
            published = answering(issuer.key);
            assertThat(outcome(issuer.token())).isEqualTo(SUBJECT);
        }

        @Test
        @DisplayName("are had again after an exception that nobody expects, or threads that take no work")
        void unexpected() {
            published = call -> {
                throw new IllegalStateException("a bug elsewhere");
            };
            JwksSource threaded = source().build();
            JwksSource closed = source().executor(task -> {
                        throw new RejectedExecutionException("closed");
                    })
                    .build();

            for (JwksSource one : List.of(threaded, closed)) {
                assertThat(catchThrowableOfType(DeniedException.class, one::current)
                                .denial()
                                .code())
                        .isEqualTo(DenialCode.KEYS_UNAVAILABLE);
            }
        }
    }

    @Nested
    @DisplayName("over HTTP")
    class OverHttp {
        private JwksSource at(Loopback server) {
            return JwksSource.of(server.uri("/jwks"), ProviderHttp.standard())
                    .clock(issuer.clock)
                    .build();
        }

        @Test
        @DisplayName("are fetched on a thread of their own")
        void fetched() {
            String set = new String(TestKey.set(issuer.key.jwk()), StandardCharsets.UTF_8);
            try (Loopback server = Loopback.answering(Loopback.json(set))) {
                JwksSource source = at(server);

                assertThat(source.current().size()).isEqualTo(1);
                assertThat(source.current()).isSameAs(source.current());
                assertThat(server.requests()).hasSize(1);
                assertThat(source).hasToString("JwksSource[KeySet[1 keys, ignored 0]]");
            }
        }

        @Test
        @DisplayName("I-18: a host that redirects is a wrong address, said at the start")
        void redirect() {
            String moved = """
                    HTTP/1.1 301 Moved
                    Location: https://elsewhere.example.com/jwks
                    Content-Length: 0
                    Connection: close

                    """.replace("\n", "\r\n");
            try (Loopback server = Loopback.answering(moved)) {
                DeniedException denied = catchThrowableOfType(
                        DeniedException.class, () -> at(server).current());

                assertThat(denied.denial().code()).isEqualTo(DenialCode.HTTP_REDIRECT);
                assertThat(denied.message())
                        .isEqualTo("the JWK set came with status 301: redirects are not followed, the configured"
                                + " address is wrong");
                assertThat(server.requests()).hasSize(1);
            }
        }
    }
}
