package dev.onoma.providers.database.account;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.administration.Administration;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.History;
import dev.onoma.core.history.Origin;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.UserDirectory;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.custom.Crm;
import dev.onoma.providers.database.custom.CustomDatabaseCalls;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.password.Password;
import dev.onoma.providers.database.password.PasswordHasher;
import dev.onoma.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Accounts whose users move here from a custom database, in which Ada is; messages are collected as they are sent. */
final class Moving {
    static final String ADDRESS = "ada@example.org";
    static final String PASSWORD = "analytical engine";
    static final String RECORD =
            "{'user_id':'7','email':'ada@example.org','email_verified':true,'username':'ada','name':'Ada'}";
    static final IdentityKey KEY = new IdentityKey("users", "7");
    static final UserId ID = UserId.of("database|users|7");
    static final Origin HOME = Origin.ofIp("203.0.113.7");

    final AccountStore store;
    private final UserDirectory directory;
    final TestClock clock = TestClock.fixed();
    final Crm crm = new Crm().knows(ADDRESS, PASSWORD, RECORD).knows("ada", PASSWORD, RECORD);
    final List<Message> messages = new CopyOnWriteArrayList<>();
    final Connection connection = Database.moving("users").build();
    final LoginProcessor processor;
    final Accounts accounts;

    <S extends AccountStore & UserDirectory> Moving(S store) {
        this.store = store;
        this.directory = store;
        this.processor = LoginProcessor.builder(store)
                .connection(connection)
                .clock(clock)
                .build();
        this.accounts = accounts(CustomDatabaseCalls.to(crm));
    }

    /** In memory. */
    Moving() {
        this(new InMemoryUserStore());
    }

    Accounts accounts(CustomDatabaseCalls calls) {
        return builder().customDatabase(calls).build();
    }

    Accounts.Builder builder() {
        return Accounts.builder(connection, processor, store, AccountKey.of(new byte[32]))
                .outbox(Outbox.of(messages::add, Runnable::run))
                .hasher(PasswordHasher.builder()
                        .dangerouslyCheapArgon2id(64, 1, 1)
                        .parallel(64)
                        .maxWait(Duration.ofSeconds(60))
                        .build())
                .limits(AccountLimits.STANDARD.with(AccountLimit.ATTEMPTS, 3))
                .clock(clock);
    }

    LoginResult logIn(String name, String password) {
        return accounts.logIn(new PasswordLogin(name, Password.of(password), HOME));
    }

    Optional<RefusalCode> refused(String name, String password) {
        return logIn(name, password).refusal().map(refusal -> refusal.code());
    }

    User move() {
        return logIn(ADDRESS, PASSWORD).orElseThrow();
    }

    Optional<Credential> credential() {
        return store.credentials().find(KEY);
    }

    Optional<Credential> credential(LoginName name) {
        return store.credentials().find("users", name);
    }

    Administration administration() {
        return Administration.over(store, processor.connections(), clock);
    }

    List<User> users() {
        return directory.list(Optional.empty(), 100);
    }

    /** What the history says of Ada. */
    Stream<EventType> events() {
        return ((History) store).events(ID, 1_000).stream().map(UserEvent::type);
    }

    Message last(MessageKind kind) {
        return messages.stream()
                .filter(message -> message.kind() == kind)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
