package dev.onoma.providers.database.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.json.JsonObject;
import dev.onoma.providers.database.password.Password;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Calls to a custom database")
class CustomDatabaseCallsTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Crm crm = new Crm().knows("ada", "analytical", "{'user_id':'7','username':'ada'}");
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<CustomDatabaseCalls> open = new ArrayList<>();

    private CustomDatabaseCalls calls(int parallel, Duration deadline) {
        return opened(CustomDatabaseCalls.to(crm, parallel, deadline));
    }

    private CustomDatabaseCalls opened(CustomDatabaseCalls calls) {
        open.add(calls);
        return calls;
    }

    @AfterEach
    void close() {
        end.countDown();
        open.forEach(CustomDatabaseCalls::close);
    }

    private static Refusal refusal(CustomReply<?> reply) {
        assertThat(reply).isInstanceOf(CustomReply.Unavailable.class);
        Refusal refusal = ((CustomReply.Unavailable<?>) reply).refusal();
        assertThat(refusal.code()).isEqualTo(RefusalCode.TEMPORARILY_UNAVAILABLE);
        return refusal;
    }

    @Test
    @DisplayName("an answer comes as the database gave it, to the name without white space around it")
    void answered() {
        CustomDatabaseCalls calls = calls(1, LONG);

        assertThat(calls.login(" ada ", Password.of("analytical")))
                .isEqualTo(new CustomReply.Answered<>(CustomLogin.accepted(JsonObject.builder()
                        .put("user_id", "7")
                        .put("username", "ada")
                        .build())));
        assertThat(calls.login("ada", Password.of("engine")))
                .isEqualTo(new CustomReply.Answered<>(CustomLogin.wrongPassword()));
        assertThat(calls.getUser("bob")).isEqualTo(new CustomReply.Answered<>(Optional.empty()));
    }

    @Test
    @DisplayName("what cannot be a name or a password is answered without asking")
    void impossible() {
        CustomDatabaseCalls calls = calls(1, LONG);

        for (String name : List.of("", "  ", "a\u0000b", "a\nb", "\ud800", "a".repeat(255))) {
            assertThat(calls.login(name, Password.of("analytical")))
                    .isEqualTo(new CustomReply.Answered<>(CustomLogin.unknownUser()));
            assertThat(calls.getUser(name)).isEqualTo(new CustomReply.Answered<>(Optional.empty()));
        }
        for (String password : List.of("", "\ud800", "a".repeat(1_025))) {
            assertThat(calls.login("ada", Password.of(password)))
                    .isEqualTo(new CustomReply.Answered<>(CustomLogin.unknownUser()));
        }
        assertThat(crm.logins() + crm.lookUps()).isZero();
        calls.login("a".repeat(254), Password.of("a".repeat(1_024)));
        assertThat(crm.logins()).isEqualTo(1);
    }

    @Test
    @DisplayName("an exception is a refusal that names its type, and nothing of its text")
    void throwing() {
        crm.fails(() -> {
            throw new IllegalStateException("ada said analytical", new RuntimeException("ada"));
        });

        String message =
                refusal(calls(1, LONG).login("ada", Password.of("analytical"))).message();

        assertThat(message).contains("java.lang.IllegalStateException").doesNotContain("ada", "analytical");
    }

    @Test
    @DisplayName("an error, such as a class that is missing, is a refusal too")
    void error() {
        crm.fails(() -> {
            throw new NoClassDefFoundError("Driver");
        });

        assertThat(refusal(calls(1, LONG).getUser("ada")).message()).contains("NoClassDefFoundError");
    }

    @Test
    @DisplayName("null is no answer")
    @SuppressWarnings("NullAway")
    void nothing() {
        CustomDatabaseCalls calls = opened(CustomDatabaseCalls.to(new CustomDatabase() {
            @Override
            public CustomLogin login(String identifier, char[] password) {
                return null;
            }

            @Override
            public Optional<JsonObject> getUser(String identifier) {
                return null;
            }
        }));

        refusal(calls.login("ada", Password.of("analytical")));
        refusal(calls.getUser("ada"));
    }

    @Test
    @DisplayName("a call that does not end in time is refused, although the database ignores that it is interrupted")
    void slow() {
        crm.hangsUntil(end);

        assertThat(refusal(calls(1, SHORT).login("ada", Password.of("analytical")))
                        .message())
                .contains("in time");
    }

    @Test
    @DisplayName("a call that hangs counts until it has ended: who comes when all threads hang is told so at once")
    void busy() {
        CustomDatabaseCalls calls = calls(2, SHORT);
        crm.hangsUntil(end);
        refusal(calls.login("ada", Password.of("analytical")));
        refusal(calls.getUser("ada"));

        Refusal third = refusal(calls.login("ada", Password.of("analytical")));

        assertThat(third.message()).contains("too many calls");
        assertThat(crm.logins() + crm.lookUps()).isEqualTo(2);
    }

    @Test
    @DisplayName("one call after the other always finds a thread, also where there may be one at once")
    void oneByOne() {
        CustomDatabaseCalls calls = calls(1, LONG);

        for (int i = 0; i < 500; i++) {
            assertThat(calls.getUser("bob")).isInstanceOf(CustomReply.Answered.class);
        }
    }

    @Test
    @DisplayName("a call that hung gives its thread back when it ends")
    void recovered() {
        CustomDatabaseCalls calls = calls(1, SHORT);
        crm.hangsUntil(end);
        refusal(calls.login("ada", Password.of("analytical")));

        end.countDown();

        assertThat(Stream.generate(() -> calls.getUser("ada"))
                        .filter(CustomReply.Answered.class::isInstance)
                        .findFirst())
                .isPresent();
    }

    @Test
    @DisplayName("the text of a password is overwritten once the database has answered")
    void wiped() {
        AtomicReference<char[]> lent = new AtomicReference<>(new char[0]);
        CustomDatabaseCalls calls = opened(CustomDatabaseCalls.to(new CustomDatabase() {
            @Override
            public CustomLogin login(String identifier, char[] password) {
                lent.set(password);
                return CustomLogin.wrongPassword();
            }

            @Override
            public Optional<JsonObject> getUser(String identifier) {
                return Optional.empty();
            }
        }));
        Password password = Password.of("analytical");

        calls.login("ada", password);

        assertThat(lent.get()).containsOnly('\0').hasSize("analytical".length());
        assertThat(password.hasText()).isTrue();
    }

    @Test
    @DisplayName("who is interrupted stays so, and is refused")
    void interrupted() {
        crm.hangsUntil(end);
        Thread.currentThread().interrupt();

        refusal(calls(1, LONG).login("ada", Password.of("analytical")));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @DisplayName("closed calls are refused")
    void closed() {
        CustomDatabaseCalls calls = calls(1, LONG);
        calls.close();

        refusal(calls.getUser("ada"));
    }

    @Test
    @DisplayName("a login that is not asked for can take as long as the latest refusal did")
    void likeRefusal() {
        List<Duration> waited = new ArrayList<>();
        CustomDatabaseCalls calls = opened(CustomDatabaseCalls.to(crm, 1, LONG, waited::add));
        calls.awaitLikeRefusal();
        calls.login("ada", Password.of("analytical"));
        calls.awaitLikeRefusal();
        assertThat(waited).isEmpty();

        long before = System.nanoTime();
        calls.login("ada", Password.of("engine"));
        long took = System.nanoTime() - before;
        calls.awaitLikeRefusal();

        assertThat(waited)
                .hasSize(1)
                .allSatisfy(time -> assertThat(time).isBetween(Duration.ofNanos(1), Duration.ofNanos(took)));
    }

    @Test
    @DisplayName("bounds are 1 to 1,000 calls, and a time of up to a minute")
    void bounds() {
        for (int parallel : List.of(0, 1_001)) {
            assertThatIllegalArgumentException().isThrownBy(() -> CustomDatabaseCalls.to(crm, parallel, LONG));
        }
        for (Duration deadline : List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofMillis(60_001))) {
            assertThatIllegalArgumentException().isThrownBy(() -> CustomDatabaseCalls.to(crm, 1, deadline));
        }
        assertThat(calls(1_000, Duration.ofMinutes(1))).hasToString("CustomDatabaseCalls");
        assertThat(opened(CustomDatabaseCalls.to(crm)).getUser("bob")).isInstanceOf(CustomReply.Answered.class);
    }
}
