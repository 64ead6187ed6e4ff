package dev.onoma.providers.database.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.administration.Administration;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.AttemptStore;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.password.Password;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.races.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Logins that a custom database checks each time")
class CustomDatabaseLoginsTest {
    private static final UserId ADA = UserId.of("database|crm|7");
    private static final Origin HOME = Origin.ofIp("203.0.113.7");

    private final InMemoryUserStore store = new InMemoryUserStore();
    private final TestClock clock = TestClock.fixed();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Duration> waited = new ArrayList<>();
    private final Crm crm =
            new Crm().knows("ada", "analytical", "{'uid':7,'full_name':'Ada','email':'ada@example.org','pw_hash':'x'}");
    private final CustomDatabaseCalls calls = CustomDatabaseCalls.to(crm, 2, Duration.ofSeconds(30), waited::add);
    private final Connection connection = Database.custom(
                    "crm", Database.columns().id("uid").column(RootAttribute.NAME, "full_name"))
            .build();
    private final CustomDatabaseLogins logins = logins(connection, calls);

    private CustomDatabaseLogins logins(Connection through, CustomDatabaseCalls asked) {
        LoginProcessor processor =
                LoginProcessor.builder(store).connection(through).clock(clock).build();
        return CustomDatabaseLogins.builder(through, processor, asked, store.attempts(), AccountKey.of(new byte[32]))
                .limits(AccountLimits.STANDARD.with(AccountLimit.ATTEMPTS, 3))
                .clock(clock)
                .build();
    }

    @AfterEach
    void close() {
        end.countDown();
        calls.close();
    }

    private LoginResult logIn(String name, String password) {
        return logins.logIn(name, Password.of(password), HOME);
    }

    private static Refusal refusal(LoginResult result) {
        return result.refusal().orElseThrow();
    }

    @Test
    @DisplayName("the first good login makes a user of the record's columns, without a credential")
    void first() {
        User user = logIn("ada", "analytical").orElseThrow();

        assertThat(user.id()).isEqualTo(ADA);
        assertThat(user.name()).hasValue("Ada");
        assertThat(user.email()).hasValue("ada@example.org");
        assertThat(user.primaryIdentity().profileData().names()).doesNotContain("pw_hash");
        assertThat(store.credentials().find(user.primaryIdentity().key())).isEmpty();
    }

    @Test
    @DisplayName("each login asks the database again, whose record is written as that of any provider")
    void each() {
        logIn("ada", "analytical").orElseThrow();
        crm.knows("ada", "difference", "{'uid':7,'full_name':'Ada King','email':'ada@example.org'}");

        assertThat(refusal(logIn("ada", "analytical")).code()).isEqualTo(RefusalCode.WRONG_PASSWORD);
        assertThat(logIn("ada", "difference").orElseThrow().name()).hasValue("Ada King");
        assertThat(crm.logins()).isEqualTo(3);
    }

    @Test
    @DisplayName("the connection's sync policy says what is written: on_first_login keeps what stands there")
    void syncPolicy() {
        Connection once = Database.custom("crm", Database.columns().id("uid").column(RootAttribute.NAME, "full_name"))
                .syncPolicy(SyncPolicy.ON_FIRST_LOGIN)
                .build();
        CustomDatabaseLogins through = logins(once, calls);
        through.logIn("ada", Password.of("analytical"), HOME).orElseThrow();
        crm.knows("ada", "analytical", "{'uid':7,'full_name':'Ada King','email':'ada@example.org'}");

        User user = through.logIn("ada", Password.of("analytical"), HOME).orElseThrow();

        assertThat(user.name()).hasValue("Ada");
        assertThat(user.primaryIdentity().profileData().get("full_name")).hasToString("Optional[string]");
    }

    @Test
    @DisplayName("unknown, wrong, blocked and too many attempts: one public answer, and nothing is stored")
    void onePublicAnswer() {
        logIn("ada", "analytical").orElseThrow();
        Administration.over(store, Connections.of(List.of(connection)), clock).block(ADA);
        List<Refusal> refusals = new ArrayList<>();
        refusals.add(refusal(logIn("ada", "analytical")));
        refusals.add(refusal(logIn("ada", "engine")));
        refusals.add(refusal(logIn("bob", "engine")));
        logIn("ada", "engine");
        refusals.add(refusal(logIn("ada", "engine")));

        assertThat(refusals)
                .extracting(Refusal::code)
                .containsExactly(
                        RefusalCode.USER_BLOCKED,
                        RefusalCode.WRONG_PASSWORD,
                        RefusalCode.UNKNOWN_USER,
                        RefusalCode.TOO_MANY_ATTEMPTS);
        assertThat(refusals).extracting(Refusal::publicCode).containsOnly("login_refused");
        assertThat(refusals)
                .allSatisfy(refusal -> assertThat(refusal.message()).doesNotContain("ada", "engine", "203.0.113.7"));
    }

    @Test
    @DisplayName(
            "guessing ends before the database is asked, in all spellings of a name, and takes as long as a refusal")
    void guessing() {
        for (String spelling : List.of("ada", "ADA", "áda")) {
            logIn(spelling, "engine");
        }
        assertThat(waited).isEmpty();

        assertThat(refusal(logIn("ada.", "analytical")).code()).isEqualTo(RefusalCode.TOO_MANY_ATTEMPTS);

        assertThat(crm.logins()).isEqualTo(3);
        assertThat(waited).hasSize(1);
    }

    @Test
    @DisplayName("I-8: of 32 simultaneous guesses, three are asked")
    void parallelGuesses() {
        try (CustomDatabaseCalls many = CustomDatabaseCalls.to(crm, 32, Duration.ofMinutes(1))) {
            CustomDatabaseLogins through = logins(connection, many);

            Together.run(32, number -> through.logIn("ada", Password.of("guess number " + number), HOME));
        }

        assertThat(crm.logins()).isEqualTo(3);
        assertThat(refusal(logIn("ada", "analytical")).code()).isEqualTo(RefusalCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    @DisplayName("a failed login ends with a write, whyever it fails")
    void writes() {
        logIn("ada", "analytical").orElseThrow();
        Administration.over(store, Connections.of(List.of(connection)), clock).block(ADA);
        List<String> written = new ArrayList<>();
        AttemptStore attempts = new AttemptStore() {
            @Override
            public long count(String key, Instant now, Instant until) {
                written.add("count");
                return store.attempts().count(key, now, until);
            }

            @Override
            public long attempts(String key, Instant now) {
                return store.attempts().attempts(key, now);
            }

            @Override
            public void giveBack(String key, Instant now) {
                written.add("given back");
            }

            @Override
            public void forget(String key) {
                written.add("forgotten");
            }
        };
        LoginProcessor processor = LoginProcessor.builder(store)
                .connection(connection)
                .clock(clock)
                .build();
        CustomDatabaseLogins watched = CustomDatabaseLogins.builder(
                        connection, processor, calls, attempts, AccountKey.of(new byte[32]))
                .limits(AccountLimits.STANDARD.with(AccountLimit.ATTEMPTS, 3))
                .clock(clock)
                .build();
        Password right = Password.of("analytical");

        for (int i = 0; i < 3; i++) {
            watched.logIn("bob", right, HOME);
        }
        assertThat(written).as("unknown").hasSize(9);
        watched.logIn("bob", right, HOME);
        assertThat(written).as("guessed").hasSize(12);
        watched.logIn("ada", Password.of("engine"), HOME);
        assertThat(written).as("wrong").hasSize(15).containsOnly("count");
        watched.logIn("ada", right, HOME);
        assertThat(written).as("blocked: the third is the login's own").hasSize(17);
    }

    @Test
    @DisplayName("a good login ends the count")
    void forgotten() {
        logIn("ada", "engine");
        logIn("ada", "engine");
        logIn("ada", "analytical").orElseThrow();

        logIn("ada", "engine");
        logIn("ada", "engine");

        assertThat(logIn("ada", "analytical").accepted()).isPresent();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.argumentSet("throws", (Crm.Fault) () -> {
                    throw new java.io.IOException("no ada here");
                }),
                Arguments.argumentSet("has no thread left", (Crm.Fault) () -> {
                    throw new OutOfMemoryError("unable to create native thread");
                }));
    }

    @ParameterizedTest
    @DisplayName("a database that is down: temporarily_unavailable, nothing stored, nobody's failed attempt")
    @MethodSource("faults")
    void down(Crm.Fault fault) {
        crm.fails(fault);
        for (int i = 0; i < 5; i++) {
            Refusal refusal = refusal(logIn("ada", "analytical"));
            assertThat(refusal.code()).isEqualTo(RefusalCode.TEMPORARILY_UNAVAILABLE);
            assertThat(refusal.message()).doesNotContain("ada");
        }
        assertThat(store.find(ADA)).isEmpty();

        crm.fails(() -> {});

        assertThat(logIn("ada", "analytical").accepted()).isPresent();
    }

    @Test
    @DisplayName("a database that hangs: refused in time, not counted, and its late answer is not stored")
    void hanging() throws Exception {
        CustomDatabaseCalls impatient = CustomDatabaseCalls.to(crm, 1, Duration.ofMillis(20));
        crm.hangsUntil(end);
        CustomDatabaseLogins through = logins(connection, impatient);

        for (int i = 0; i < 5; i++) {
            assertThat(refusal(through.logIn("ada", Password.of("analytical"), HOME))
                            .code())
                    .isEqualTo(RefusalCode.TEMPORARILY_UNAVAILABLE);
        }
        end.countDown();
        crm.fails(() -> {});

        assertThat(store.find(ADA)).isEmpty();
        assertThat(logIn("ada", "analytical").accepted()).isPresent();
        impatient.close();
    }

    @ParameterizedTest
    @DisplayName("a record that cannot be used: a typed refusal, nothing stored, nobody's failed attempt")
    @MethodSource("nonsense")
    void nonsense(String record, RefusalCode code) {
        crm.knows("ada", "analytical", record);
        for (int i = 0; i < 5; i++) {
            Refusal refusal = refusal(logIn("ada", "analytical"));
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.message()).doesNotContain("ada@example.org");
        }
        assertThat(store.list(java.util.Optional.empty(), 10)).isEmpty();
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.argumentSet("no id", "{'email':'ada@example.org'}", RefusalCode.MISSING_SUBJECT),
                Arguments.argumentSet("an id that is true", "{'uid':true}", RefusalCode.MISSING_SUBJECT),
                Arguments.argumentSet("an id that is null", "{'uid':null}", RefusalCode.MISSING_SUBJECT),
                Arguments.argumentSet("an id with a fraction", "{'uid':7.5}", RefusalCode.MISSING_SUBJECT),
                Arguments.argumentSet(
                        "too large",
                        "{'uid':7,'notes':'" + "n".repeat(256 * 1024) + "'}",
                        RefusalCode.CLAIMS_TOO_LARGE),
                Arguments.argumentSet(
                        "too deep",
                        "{'uid':7,'notes':" + "[".repeat(40) + "]".repeat(40) + "}",
                        RefusalCode.CLAIMS_TOO_DEEP));
    }

    @Test
    @DisplayName("columns of a wrong type are warnings, as everywhere: the login goes on without them")
    void wrongType() {
        crm.knows("ada", "analytical", "{'uid':7,'full_name':{'first':'Ada'},'email':17}");

        LoginResult.Accepted accepted = logIn("ada", "analytical").accepted().orElseThrow();

        assertThat(accepted.warnings()).hasSize(2);
        assertThat(accepted.after().email()).isEmpty();
    }

    @Test
    @DisplayName("the connection has to be a database of the processor's")
    void misconfigured() {
        Connection other = Database.custom("other", Database.columns()).build();
        LoginProcessor processor =
                LoginProcessor.builder(store).connection(connection).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomDatabaseLogins.builder(
                                other, processor, calls, store.attempts(), AccountKey.random())
                        .build())
                .withMessageContaining("other");
        assertThat(logins).hasToString("CustomDatabaseLogins[crm]");
    }
}
