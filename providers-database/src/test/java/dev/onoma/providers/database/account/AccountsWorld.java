package dev.onoma.providers.database.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.administration.Administration;
import dev.onoma.core.administration.AdministratorEdit;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.History;
import dev.onoma.core.history.Origin;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.login.AccountLinking;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.password.Password;
import dev.onoma.providers.database.password.PasswordHasher;
import dev.onoma.testkit.TestClock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accounts over a store, a clock that stands still, a mailbox, and a public provider beside them. */
final class AccountsWorld {
    static final String ADA = "ada@example.org";
    static final String SECRET = "correct horse battery";
    static final String OTHER = "stapled to the moon";
    static final Origin HOME = Origin.ofIp("192.0.2.1");
    static final AccountKey KEY = AccountKey.random();

    private static final Provider GOOGLE = Provider.named("google-oauth2")
            .social()
            .subject("sub")
            .attribute(RootAttribute.NAME, "name")
            .email("email", Flag.claim("email_verified"))
            .build();

    final AccountStore store;
    final TestClock clock = TestClock.fixed();
    final List<Message> sent = new CopyOnWriteArrayList<>();
    final List<Ended> ended = new CopyOnWriteArrayList<>();
    final Connection users = Database.accounts("users").build();
    final Connections connections;
    final LoginProcessor processor;
    final Accounts accounts;

    record Ended(UserId user, SessionEnd why) {}

    AccountsWorld(AccountStore store) {
        this(store, AccountLimits.STANDARD, LinkPolicy.NEVER);
    }

    AccountsWorld(AccountStore store, AccountLimits limits, LinkPolicy google) {
        this.store = store;
        this.connections = Connections.of(
                users,
                Connection.of("google-oauth2", GOOGLE)
                        .linkPolicy(google)
                        .trustForLinking()
                        .build());
        this.processor = LoginProcessor.builder(store)
                .connections(connections)
                .sessions(this::ended)
                .clock(clock)
                .build();
        this.accounts = builder(cheap().build())
                .limits(limits)
                .outbox(Outbox.of(sent::add, Runnable::run))
                .build();
    }

    Accounts.Builder builder(PasswordHasher hasher) {
        return Accounts.builder(users, processor, store, KEY)
                .hasher(hasher)
                .sessions(this::ended)
                .clock(clock)
                .outbox(Outbox.of(sent::add, Runnable::run));
    }

    static PasswordHasher.Builder cheap() {
        return PasswordHasher.builder()
                .dangerouslyCheapArgon2id(8, 1, 1)
                .parallel(64)
                .maxWait(java.time.Duration.ofMinutes(1));
    }

    private void ended(UserId user, SessionEnd why) {
        ended.add(new Ended(user, why));
    }

    User signUp(String address) {
        return signUp(SignUp.withEmail(address, Password.of(SECRET)));
    }

    User signUp(SignUp signUp) {
        return accounts.signUp(signUp, HOME).orElseThrow().after().orElseThrow();
    }

    User verified(String address) {
        User user = signUp(address);
        return accounts.verifyEmail(ticket(MessageKind.VERIFY_EMAIL), HOME)
                .orElseThrow()
                .after()
                .orElse(user);
    }

    LoginResult logIn(String name, String password) {
        return logIn(name, password, HOME);
    }

    LoginResult logIn(String name, String password, Origin origin) {
        return accounts.logIn(new PasswordLogin(name, Password.of(password), origin));
    }

    LoginResult.Accepted google(String claims) {
        LoginResult result =
                processor.login(Login.of("google-oauth2", Claims.of(json(claims), Evidence.VERIFIED_ID_TOKEN)));
        assertThat(result.accepted()).isPresent();
        return result.accepted().orElseThrow();
    }

    static JsonObject json(String text) {
        return (JsonObject) JsonValue.parse(text.replace('\'', '"'));
    }

    Administration administration() {
        return Administration.over(store, connections, clock).sessions(this::ended);
    }

    ChangeResult adminEdits(User user, String request) {
        return administration().edit(user.id(), AdministratorEdit.from(json(request)));
    }

    User linked(LoginResult primary, LoginResult secondary) {
        return AccountLinking.over(store, clock)
                .link(
                        primary.accepted().orElseThrow().proof().orElseThrow(),
                        secondary.accepted().orElseThrow().proof().orElseThrow())
                .orElseThrow()
                .after()
                .orElseThrow();
    }

    /** What the latest message of a kind holds. */
    String ticket(MessageKind kind) {
        return latest(kind).orElseThrow().token().orElseThrow();
    }

    Optional<Message> latest(MessageKind kind) {
        return sent.stream().filter(message -> message.kind() == kind).reduce((one, later) -> later);
    }

    String resetTicket(String name) {
        assertThat(accounts.requestPasswordReset(name, HOME)).isTrue();
        return ticket(MessageKind.RESET_PASSWORD);
    }

    Optional<User> find(UserId id) {
        return store.find(id).filter(stored -> !stored.isTombstone()).map(stored -> stored.user());
    }

    User now(User user) {
        return find(user.id()).orElseThrow();
    }

    List<EventType> events(UserId user) {
        return store instanceof History history
                ? history.events(user, 1_000).stream().map(UserEvent::type).toList()
                : List.of();
    }

    static IdentityKey key(User user) {
        return user.primaryIdentity().key();
    }
}
