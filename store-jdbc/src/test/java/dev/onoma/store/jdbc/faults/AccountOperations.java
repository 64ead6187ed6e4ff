package dev.onoma.store.jdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.ticket.LoginCode;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.store.jdbc.Account;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.testkit.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What an application does with accounts of its own. */
final class AccountOperations {
    private static final Instant NOW = TestClock.START;
    private static final Instant END = NOW.plusSeconds(180);
    private static final Account ADA = Account.of("1", "ada");
    private static final Account BOB = Account.of("2", "bob");
    private static final Ticket TICKET =
            new Ticket("7c".repeat(32), TicketPurpose.RESET_PASSWORD, ADA.key(), FaultyDatabase.SECRET, NOW, END);
    private static final LoginCode CODE = new LoginCode(
            "email", FaultyDatabase.SECRET, "1a".repeat(32), "2b".repeat(32), "3c".repeat(32), "4d".repeat(32), END);
    private static final ImportProgress BEGIN = ImportProgress.none("fingerprint");

    static final List<Operation> ALL = List.of(
            whole("signup", store -> {}, AccountOperations::signUp),
            whole("edit of a name", AccountOperations::signUp, AccountOperations::rename),
            whole("change of a password", AccountOperations::signUp, AccountOperations::changePassword),
            whole("deletion of an account", AccountOperations::ticketed, AccountOperations::delete),
            whole(
                    "redemption of a ticket",
                    AccountOperations::ticketed,
                    store -> assertThat(store.tickets().take(TICKET.hash(), TICKET.purpose(), NOW))
                            .contains(TICKET)),
            whole(
                    "try at a code",
                    store -> store.codes().put(CODE),
                    store -> assertThat(
                                    store.codes().tryOnce(CODE.connection(), CODE.address(), CODE.browserMac(), 3, NOW))
                            .contains(CODE)),
            whole(
                    "use of a code",
                    store -> store.codes().put(CODE),
                    store -> assertThat(store.codes().take(CODE)).isTrue()),
            whole("attempt", AccountOperations::count, AccountOperations::count),
            whole("import with credentials", AccountOperations::signUp, AccountOperations::importBoth),
            repeatable(
                    "ticket",
                    AccountOperations::signUp,
                    store -> store.tickets().put(TICKET)),
            repeatable(
                    "revocation of tickets",
                    AccountOperations::ticketed,
                    store -> store.tickets().revoke(ADA.key())),
            repeatable("code", store -> {}, store -> store.codes().put(CODE)),
            repeatable(
                    "forgotten attempts",
                    AccountOperations::count,
                    store -> store.attempts().forget("key")));

    private AccountOperations() {}

    private static Operation whole(String name, Consumer<JdbcUserStore> before, Consumer<JdbcUserStore> step) {
        return of(name, Operation.Kind.WHOLE, before, step);
    }

    private static Operation repeatable(String name, Consumer<JdbcUserStore> before, Consumer<JdbcUserStore> step) {
        return of(name, Operation.Kind.REPEATABLE, before, step);
    }

    private static Operation of(
            String name, Operation.Kind kind, Consumer<JdbcUserStore> before, Consumer<JdbcUserStore> step) {
        return new Operation(name, kind, world -> {
            before.accept(world.store());
            return () -> step.accept(world.store());
        });
    }

    private static void signUp(JdbcUserStore store) {
        store.credentials().write(ADA.insert(), ADA.credential());
    }

    private static void ticketed(JdbcUserStore store) {
        signUp(store);
        store.tickets().put(TICKET);
    }

    private static void count(JdbcUserStore store) {
        store.attempts().count("key", NOW, END);
    }

    private static StoredUser ada(JdbcUserStore store) {
        return store.find(ADA.user().id()).orElseThrow();
    }

    private static Credential credential(JdbcUserStore store) {
        return store.credentials().find(ADA.key()).orElseThrow();
    }

    private static UserChange blocked(StoredUser stored) {
        return new UserChange.Update(
                stored, stored.user().toBuilder().blocked(true).build(), Optional.empty());
    }

    private static void rename(JdbcUserStore store) {
        Credential renamed = credential(store).named(BOB.user().root());
        store.credentials().write(blocked(ada(store)), renamed);
    }

    private static void changePassword(JdbcUserStore store) {
        store.credentials().write(credential(store).withPassword("chosen", END));
    }

    private static void delete(JdbcUserStore store) {
        store.write(new UserChange.Delete(ada(store)));
    }

    private static void importBoth(JdbcUserStore store) {
        store.write(
                List.of(blocked(ada(store)), BOB.insert()),
                List.of(credential(store).withPassword("imported", END), BOB.credential()),
                BEGIN,
                BEGIN.plus(1, 1, 0));
    }
}
