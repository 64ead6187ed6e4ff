package dev.onoma.providers.database.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.administration.Administration;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.custom.Crm;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.password.Password;
import dev.onoma.providers.database.password.PasswordHasher;
import dev.onoma.testkit.TestClock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the right password of somebody who is kept out can be told from a wrong one, where users move here. */
@DisplayName("What a failed login does where users move here from a custom database")
class MovingLoginWorkTest {
    private static final String RIGHT = "analytical engine";
    private static final AccountKey KEY = AccountKey.random();
    private static final Origin HOME = Origin.ofIp("203.0.113.7");

    private final RecordingStore store = new RecordingStore();
    private final List<Duration> waited = new ArrayList<>();
    private final Crm crm = new Crm();
    private final Connection connection = Database.moving("users").build();
    private final LoginProcessor processor =
            LoginProcessor.builder(store).connection(connection).build();
    private final Administration administration = Administration.over(store, processor.connections());
    private final Accounts accounts = accounts(AccountsWorld.cheap().build());

    private Accounts accounts(PasswordHasher hasher) {
        return Accounts.builder(connection, processor, store, KEY)
                .outbox(Outbox.of(message -> {}, Runnable::run))
                .hasher(hasher)
                .customDatabase(crm.calls(waited))
                .clock(TestClock.fixed())
                .limits(AccountLimits.STANDARD.with(AccountLimit.ATTEMPTS_FROM_ADDRESS, 1))
                .build();
    }

    private enum Kind {
        UNKNOWN("nobody", RIGHT, RefusalCode.UNKNOWN_USER),
        WRONG_PASSWORD("new", "difference", RefusalCode.WRONG_PASSWORD),
        MOVED_WRONG_PASSWORD("moved", "difference", RefusalCode.WRONG_PASSWORD),
        MOVED_AND_BLOCKED("blocked", RIGHT, RefusalCode.USER_BLOCKED),
        IMPORTED_AND_BLOCKED("imported", RIGHT, RefusalCode.USER_BLOCKED),
        DELETED("deleted", RIGHT, RefusalCode.USER_DELETED),
        DELETED_WHILE_BLOCKED("gone", RIGHT, RefusalCode.USER_BLOCKED),
        GUESSED("guessed", RIGHT, RefusalCode.TOO_MANY_ATTEMPTS);

        private final String name;
        private final String password;
        private final RefusalCode code;

        Kind(String name, String password, RefusalCode code) {
            this.name = name;
            this.password = password;
            this.code = code;
        }
    }

    private static Refusal fail(Kind kind, Accounts at) {
        return at.logIn(new PasswordLogin(kind.name, Password.of(kind.password), HOME))
                .refusal()
                .orElseThrow();
    }

    private UserId moved(String name) {
        return accounts.logIn(new PasswordLogin(name, Password.of(RIGHT), Origin.NONE))
                .orElseThrow()
                .id();
    }

    private void populate() {
        for (String name : List.of("new", "moved", "blocked", "imported", "deleted", "gone", "guessed")) {
            crm.knows(name, RIGHT, "{'user_id':'" + name + "','username':'" + name + "'}");
        }
        moved("moved");
        administration.block(moved("blocked")).orElseThrow();
        administration.delete(moved("deleted")).orElseThrow();
        UserId gone = moved("gone");
        administration.block(gone).orElseThrow();
        administration.delete(gone).orElseThrow();
        UserId imported = moved("imported");
        User user = store.find(imported).orElseThrow().user();
        store.write(new UserChange.Delete(store.find(imported).orElseThrow()));
        store.credentials()
                .write(
                        new UserChange.Insert(user.toBuilder().blocked(true).build()),
                        Credential.of(user.primaryIdentity().key(), user.root()));
        accounts.logIn(new PasswordLogin("guessed", Password.of("difference"), HOME));
        store.calls.clear();
        waited.clear();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("is the same calls in the same order, and either to ask the database or to wait as long")
    void calls(Kind kind) {
        populate();
        int asked = crm.logins();

        Refusal refusal = fail(kind, accounts);

        assertThat(refusal.code()).isEqualTo(kind.code);
        assertThat(refusal.publicCode()).isEqualTo("login_refused");
        assertThat(store.calls)
                .containsExactly("credential", "write", "write", "user", "user", "credential", "user", "write");
        assertThat(crm.logins() - asked + waited.size()).as("asked or waited").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("is to compute one hash as new ones are, whether there is one to compare with or not")
    void hashed(Kind kind) {
        populate();
        PasswordHasher dear =
                PasswordHasher.builder().dangerouslyCheapArgon2id(16_384, 2, 1).build();
        Accounts there = accounts(dear);
        Password password = Password.of(RIGHT);
        long hash = Math.min(computed(() -> dear.hash(password)), computed(() -> dear.hash(password)));

        assertThat(computed(() -> fail(kind, there))).isGreaterThan(hash / 2);
    }

    private static long computed(Runnable work) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
    }
}
