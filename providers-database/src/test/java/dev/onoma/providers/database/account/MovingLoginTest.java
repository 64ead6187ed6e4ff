package dev.onoma.providers.database.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.EventType;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.custom.CustomDatabaseCalls;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.password.Password;
import dev.onoma.testkit.races.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Users who move here from a custom database with their first login")
class MovingLoginTest {
    private final Moving world = world();

    /** In memory; elsewhere in the classes below this one. */
    Moving world() {
        return new Moving();
    }

    @Test
    @DisplayName("the first good login stores user, names and a hash of our own, and logs in")
    void first() {
        User user = world.move();

        assertThat(user.id()).isEqualTo(Moving.ID);
        assertThat(user.isEmailVerified()).isTrue();
        assertThat(user.counters().logins()).isEqualTo(1);
        Credential credential = world.credential().orElseThrow();
        assertThat(credential.names())
                .containsOnlyKeys(LoginName.Kind.EMAIL, LoginName.Kind.USERNAME)
                .containsEntry(LoginName.Kind.USERNAME, "ada");
        assertThat(credential.password().orElseThrow().hash()).startsWith("$argon2id$");
    }

    @Test
    @DisplayName("from then on the database is not asked again, by any name, not even for a wrong password")
    void notAskedAgain() {
        world.move();
        world.crm.fails(() -> {
            throw new IllegalStateException("switched off");
        });

        assertThat(world.logIn("ADA", Moving.PASSWORD).accepted()).isPresent();
        assertThat(world.refused(Moving.ADDRESS, "difference")).hasValue(RefusalCode.WRONG_PASSWORD);
        assertThat(world.crm.logins()).isEqualTo(1);
    }

    @Test
    @DisplayName("a password that was changed here is the one: the old one is wrong, although the database takes it")
    void changedHere() {
        world.move();
        world.crm.knows("customer 4711", Moving.PASSWORD, Moving.RECORD).knows("4711", Moving.PASSWORD, Moving.RECORD);
        world.accounts.setPassword(Moving.ID, Password.of("something else")).orElseThrow();

        assertThat(world.refused(Moving.ADDRESS, Moving.PASSWORD)).hasValue(RefusalCode.WRONG_PASSWORD);
        assertThat(world.refused("4711", Moving.PASSWORD))
                .as("by a name that is known there alone")
                .hasValue(RefusalCode.WRONG_PASSWORD);
        assertThat(world.logIn(Moving.ADDRESS, "something else").accepted()).isPresent();
    }

    @Test
    @DisplayName("guesses by names that are known there alone count for the user whom they are for")
    void guessesCount() {
        world.move();
        world.accounts.setPassword(Moving.ID, Password.of("something else")).orElseThrow();
        for (String name : List.of("1", "2", "3")) {
            world.crm.knows(name, Moving.PASSWORD, Moving.RECORD);
            world.refused(name, Moving.PASSWORD);
        }

        assertThat(world.refused(Moving.ADDRESS, "something else")).hasValue(RefusalCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    @DisplayName("guesses at somebody who has not moved count together in all spellings that the database could take")
    void spellings() {
        for (String spelling : List.of("ada", "\u00e1da@example.org", "ada@example.org", "ada@EXAMPLE.org")) {
            world.crm.knows(spelling, Moving.PASSWORD, Moving.RECORD);
        }
        world.refused(Moving.ADDRESS, "one");
        world.refused("\u00e1da@example.org", "two");
        world.refused("ADA@example.org", "three");

        assertThat(world.refused("\u00e4da@example.org", Moving.PASSWORD)).hasValue(RefusalCode.TOO_MANY_ATTEMPTS);
        assertThat(world.refused("bob@example.org", "one")).hasValue(RefusalCode.UNKNOWN_USER);
    }

    @Test
    @DisplayName("I-8: of 32 simultaneous guesses at somebody who has not moved, three are asked")
    void parallelGuesses() {
        Accounts accounts = world.accounts(CustomDatabaseCalls.to(world.crm, 32, Duration.ofMinutes(1)));

        Together.run(
                32,
                number -> accounts.logIn(
                        new PasswordLogin(Moving.ADDRESS, Password.of("guess number " + number), Moving.HOME)));

        assertThat(world.crm.logins()).isEqualTo(3);
        assertThat(world.refused(Moving.ADDRESS, Moving.PASSWORD)).hasValue(RefusalCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    @DisplayName("I-8: of 32 simultaneous guesses by names that are known there alone, three are looked at")
    void parallelGuessesByNamesOfThere() {
        world.move();
        world.accounts.setPassword(Moving.ID, Password.of("something else")).orElseThrow();
        Accounts accounts = world.accounts(CustomDatabaseCalls.to(world.crm, 32, Duration.ofMinutes(1)));
        for (int number = 0; number < 32; number++) {
            world.crm.knows("customer" + number, "guess number " + number, Moving.RECORD);
        }

        Together.run(
                32,
                number -> accounts.logIn(
                        new PasswordLogin("customer" + number, Password.of("guess number " + number), Moving.HOME)));

        assertThat(world.events().filter(EventType.WRONG_PASSWORD::equals)).hasSize(3);
        assertThat(world.events().filter(EventType.TOO_MANY_ATTEMPTS::equals)).hasSize(29);
    }

    @Test
    @DisplayName("eight simultaneous first logins make one user, and all of them are logged in")
    void together() throws Exception {
        int threads = 8;
        CyclicBarrier answered = new CyclicBarrier(threads);
        world.crm.fails(answered::await);
        Accounts accounts = world.builder()
                .limits(AccountLimits.STANDARD)
                .customDatabase(CustomDatabaseCalls.to(world.crm, threads, Duration.ofSeconds(60)))
                .build();
        Queue<LoginResult> results = new ConcurrentLinkedQueue<>();
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> results.add(
                    accounts.logIn(new PasswordLogin(Moving.ADDRESS, Password.of(Moving.PASSWORD), Moving.HOME))));
            thread.start();
            started.add(thread);
        }
        for (Thread thread : started) {
            thread.join();
        }

        assertThat(results)
                .hasSize(threads)
                .allSatisfy(result -> assertThat(result.accepted()).isPresent());
        assertThat(world.users()).hasSize(1);
        assertThat(world.users().get(0).counters().logins()).isEqualTo(threads);
    }

    @Test
    @DisplayName("a user whom an import made without a password gets the hash with the first good login")
    void imported() {
        User user = world.move();
        world.store.write(new UserChange.Delete(world.store.find(Moving.ID).orElseThrow()));
        User imported = user.toBuilder().counters(LoginCounters.NONE).build();
        world.store.credentials().write(new UserChange.Insert(imported), Credential.of(Moving.KEY, imported.root()));

        assertThat(world.refused("ada", "difference")).hasValue(RefusalCode.WRONG_PASSWORD);
        assertThat(world.credential().orElseThrow().password()).isEmpty();
        assertThat(world.logIn("ada", Moving.PASSWORD).accepted()).isPresent();

        assertThat(world.credential().orElseThrow().password()).isPresent();
        assertThat(world.users()).hasSize(1);
    }

    @Test
    @DisplayName("L3: a password that was taken away does not move again, by no name, until its owner resets it")
    void revoked() {
        world.move();
        Credential moved = world.credential().orElseThrow();
        world.store.credentials().write(moved.revoked(world.clock.instant()));
        world.crm.knows("4711", Moving.PASSWORD, Moving.RECORD);

        assertThat(world.refused("ada", Moving.PASSWORD)).hasValue(RefusalCode.WRONG_PASSWORD);
        assertThat(world.crm.logins()).as("asked").isEqualTo(1);
        assertThat(world.refused("4711", Moving.PASSWORD)).hasValue(RefusalCode.WRONG_PASSWORD);
        assertThat(world.credential().orElseThrow().password()).isEmpty();

        world.accounts.requestPasswordReset("ada", Moving.HOME);
        world.accounts
                .resetPassword(
                        world.last(MessageKind.RESET_PASSWORD).token().orElseThrow(),
                        Password.of("something else"),
                        Moving.HOME)
                .orElseThrow();
        assertThat(world.logIn("ada", "something else").accepted()).isPresent();
    }

    @Test
    @DisplayName("an imported user who is blocked is refused, and gets no hash")
    void blocked() {
        User user = world.move();
        world.store.write(new UserChange.Delete(world.store.find(Moving.ID).orElseThrow()));
        User imported = user.toBuilder().blocked(true).build();
        world.store.credentials().write(new UserChange.Insert(imported), Credential.of(Moving.KEY, imported.root()));

        assertThat(world.refused("ada", Moving.PASSWORD)).hasValue(RefusalCode.USER_BLOCKED);

        assertThat(world.credential().orElseThrow().password()).isEmpty();
    }

    @Test
    @DisplayName("unknown, wrong and too many attempts: one public answer, nothing stored, no value in a message")
    void failed() {
        List<Refusal> refusals = new ArrayList<>();
        for (String password : List.of("one", "two", "three", "four")) {
            refusals.add(world.logIn(Moving.ADDRESS, password).refusal().orElseThrow());
        }
        refusals.add(world.logIn("bob", "five").refusal().orElseThrow());

        assertThat(refusals)
                .extracting(Refusal::code)
                .containsExactly(
                        RefusalCode.WRONG_PASSWORD,
                        RefusalCode.WRONG_PASSWORD,
                        RefusalCode.WRONG_PASSWORD,
                        RefusalCode.TOO_MANY_ATTEMPTS,
                        RefusalCode.UNKNOWN_USER);
        assertThat(refusals).extracting(Refusal::publicCode).containsOnly("login_refused");
        assertThat(refusals)
                .extracting(Refusal::message)
                .allSatisfy(message -> assertThat(message).doesNotContain("ada", "bob", "three", "203"));
        assertThat(world.crm.logins()).as("asked").isEqualTo(4);
        assertThat(world.users()).isEmpty();
    }

    @Test
    @DisplayName("a name that nobody can have is not asked for")
    void impossibleName() {
        assertThat(world.refused("no name at all", Moving.PASSWORD)).hasValue(RefusalCode.UNKNOWN_USER);

        assertThat(world.crm.logins()).isZero();
    }

    @Test
    @DisplayName("a database that is down: temporarily_unavailable, nothing stored, nobody's failed attempt")
    void down() {
        world.crm.fails(() -> {
            throw new IllegalStateException("ada@example.org");
        });
        for (int i = 0; i < 5; i++) {
            Refusal refusal =
                    world.logIn(Moving.ADDRESS, Moving.PASSWORD).refusal().orElseThrow();
            assertThat(refusal.code()).isEqualTo(RefusalCode.TEMPORARILY_UNAVAILABLE);
            assertThat(refusal.message()).doesNotContain("ada");
        }
        assertThat(world.users()).isEmpty();

        world.crm.fails(() -> {});

        assertThat(world.logIn(Moving.ADDRESS, Moving.PASSWORD).accepted()).isPresent();
    }

    @Test
    @DisplayName("a database that hangs makes nobody wait who has moved, and stores nothing when it wakes")
    void hanging() {
        world.move();
        world.crm.knows("bob", "forgotten", "{'user_id':'8','username':'bob'}");
        CountDownLatch end = new CountDownLatch(1);
        world.crm.hangsUntil(end);
        Accounts accounts = world.accounts(CustomDatabaseCalls.to(world.crm, 1, Duration.ofMillis(20)));
        for (int i = 0; i < 5; i++) {
            LoginResult result = accounts.logIn(new PasswordLogin("bob", Password.of("forgotten"), Moving.HOME));
            assertThat(result.refusal().orElseThrow().code()).isEqualTo(RefusalCode.TEMPORARILY_UNAVAILABLE);
        }

        assertThat(accounts.logIn(new PasswordLogin("ada", Password.of(Moving.PASSWORD), Moving.HOME))
                        .accepted())
                .isPresent();
        end.countDown();

        assertThat(world.users()).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("a record that cannot be used: a typed refusal, nothing stored, nobody's failed attempt")
    @MethodSource("nonsense")
    void nonsense(String record, RefusalCode code) {
        world.crm.knows(Moving.ADDRESS, Moving.PASSWORD, record);
        for (int i = 0; i < 5; i++) {
            assertThat(world.refused(Moving.ADDRESS, Moving.PASSWORD)).hasValue(code);
        }

        assertThat(world.users()).isEmpty();
        assertThat(world.credential()).isEmpty();
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.argumentSet("no id", "{'email':'ada@example.org'}", RefusalCode.MISSING_SUBJECT),
                Arguments.argumentSet(
                        "an id of a wrong type",
                        "{'user_id':{'id':7},'email':'ada@example.org'}",
                        RefusalCode.MISSING_SUBJECT),
                Arguments.argumentSet(
                        "no name to log in with", "{'user_id':'7','name':'Ada'}", RefusalCode.INVALID_CLAIMS),
                Arguments.argumentSet("no name that is one", "{'user_id':'7','email':7}", RefusalCode.INVALID_CLAIMS),
                Arguments.argumentSet(
                        "too large",
                        "{'user_id':'7','notes':'" + "n".repeat(256 * 1024) + "'}",
                        RefusalCode.CLAIMS_TOO_LARGE));
    }

    @Test
    @DisplayName("a record with a name that is somebody else's here is refused, and that user stays as it is")
    void conflict() {
        world.move();
        world.crm.knows(
                "eve", "evil", "{'user_id':'666','username':'eve','email':'ada@example.org','email_verified':true}");

        LoginResult result = world.logIn("eve", "evil");

        assertThat(result.refusal().orElseThrow().code()).isEqualTo(RefusalCode.LOGIN_NAME_CONFLICT);
        assertThat(result.refusal().orElseThrow().publicCode()).isEqualTo("login_refused");
        assertThat(world.users()).hasSize(1);
        assertThat(world.credential(LoginName.username("eve"))).isEmpty();
    }

    @Test
    @DisplayName("a failed login that the database is not asked about waits as long as it takes to refuse one")
    void asLong() {
        List<Duration> waited = new ArrayList<>();
        Accounts accounts = world.accounts(world.crm.calls(waited));
        accounts.logIn(new PasswordLogin("bob", Password.of("anything"), Moving.HOME));
        accounts.logIn(new PasswordLogin(Moving.ADDRESS, Password.of(Moving.PASSWORD), Moving.HOME));
        accounts.logIn(new PasswordLogin(Moving.ADDRESS, Password.of(Moving.PASSWORD), Moving.HOME));
        accounts.logIn(new PasswordLogin(Moving.ADDRESS, Password.of(""), Moving.HOME));
        assertThat(waited).as("unknown, new, known, no text").isEmpty();

        accounts.logIn(new PasswordLogin(Moving.ADDRESS, Password.of("difference"), Moving.HOME));

        assertThat(waited).hasSize(1);
        assertThat(world.crm.logins()).isEqualTo(2);
    }

    @Test
    @DisplayName("a connection that lets deleted users come back, or creates none, is not one to move to")
    void misconfigured() {
        for (var connection : List.of(
                Database.accounts("users").build(),
                Database.moving("users").syncPolicy(SyncPolicy.NEVER_ON_LOGIN).build())) {
            LoginProcessor processor =
                    LoginProcessor.builder(world.store).connection(connection).build();
            Accounts.Builder builder = Accounts.builder(connection, processor, world.store, AccountKey.random())
                    .outbox(Outbox.of(world.messages::add))
                    .customDatabase(CustomDatabaseCalls.to(world.crm));

            assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("moving");
        }
    }

    @Test
    @DisplayName("the user's identity is vouched for, with our columns and none that a secret could be in")
    void stored() {
        world.crm.knows(
                Moving.ADDRESS,
                Moving.PASSWORD,
                "{'user_id':'7','email':'ada@example.org','password_hash':'$2b$','shoe_size':38}");

        Identity identity = world.move().primaryIdentity();

        assertThat(identity.profileData().names()).containsExactlyInAnyOrder("user_id", "email");
        assertThat(identity.isVouchedFor()).isTrue();
    }
}
