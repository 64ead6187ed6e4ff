package dev.onoma.providers.database.account;

import static dev.onoma.providers.database.account.AccountsWorld.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.password.Password;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every refusal of accounts, with values that would stand out: four promises about each. */
@DisplayName("What is refused")
class AccountRefusalsTest {
    private static final String MARK = "zq7";
    private static final String ADDRESS = "zq7@zq7.example";
    private static final String SECRET = "zq7 horse battery";

    private final InMemoryUserStore store = new InMemoryUserStore();
    private final AccountsWorld world = new AccountsWorld(store);
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final List<Object> printed = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (Optional.ofNullable(entry.getLoggerName()).orElse("").startsWith("dev.onoma")) {
                logged.add(entry.getMessage() + Arrays.toString(entry.getParameters()) + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        Logger.getLogger("dev.onoma").setLevel(Level.ALL);
        root.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(handler);
        root.setLevel(level);
        Logger.getLogger("dev.onoma").setLevel(null);
    }

    private record Stored(Optional<User> user, String credential) {}

    private Stored stored(User user) {
        Optional<Credential> credential = store.credentials().find(AccountsWorld.key(user));
        // Counters may change: a blocked user's refused logins count.
        return new Stored(
                world.find(user.id())
                        .map(found ->
                                found.toBuilder().counters(user.counters()).build()),
                credential
                        .map(found -> found.names() + " " + found.password().map(each -> each.hash() + each.setAt())
                                + " " + found.version())
                        .orElse(""));
    }

    private void refused(User user, Supplier<Object> step) {
        Stored before = stored(user);
        Object result = step.get();
        Refusal refusal = result instanceof LoginResult login
                ? login.refusal().orElseThrow()
                : ((ChangeResult) result).refusal().orElseThrow();

        assertThat(stored(user)).as(refusal.code().code()).isEqualTo(before);
        codes.add(refusal.code().code());
        printed.addAll(List.of(result, refusal, refusal.message(), refusal.asException(), refusal.publicCode()));
    }

    @Test
    @DisplayName(
            "has a code, changes neither user nor credential, and is silent about values in messages, text and logs")
    void promises() {
        User user = world.signUp(SignUp.withEmail(ADDRESS, Password.of(SECRET)).set(RootAttribute.USERNAME, "zq7"));
        User taken = world.signUp("zq7taken@zq7.example");
        User social = world.google("{'sub':'zq7'}").after();
        Origin origin = Origin.of(Optional.of("zq7.ip"), Optional.of("zq7 agent"), Optional.of("zq7 client"));
        Password right = Password.of(SECRET);
        Password wrong = Password.of("zq7 wrong password");
        Accounts accounts = world.accounts;

        refused(user, () -> accounts.signUp(SignUp.withEmail("zq7", right), origin));
        refused(user, () -> accounts.signUp(SignUp.withEmail(" ", right), origin));
        refused(user, () -> accounts.signUp(SignUp.withEmail("zq7b@zq7.example", Password.of("zq7")), origin));
        refused(user, () -> accounts.signUp(SignUp.withEmail(ADDRESS, right), origin));
        refused(
                user,
                () -> accounts.signUp(
                        SignUp.withEmail("zq7b@zq7.example", right)
                                .userMetadata(AccountsWorld.json("{'zq7.zq7':'zq7'}")),
                        origin));
        refused(user, () -> world.logIn(ADDRESS, "zq7 wrong password", origin));
        refused(user, () -> world.logIn("zq7 zq7", SECRET, origin));
        refused(user, () -> world.logIn("zq7nobody@zq7.example", SECRET, origin));
        refused(user, () -> accounts.changePassword(user.id(), wrong, right, origin));
        refused(user, () -> accounts.changePassword(user.id(), right, Password.of("zq7"), origin));
        refused(user, () -> accounts.changePassword(UserId.of("database|zq7"), right, right, origin));
        refused(social, () -> accounts.setPassword(social.id(), right));
        refused(user, () -> accounts.setPassword(user.id(), Password.of(ADDRESS)));
        refused(user, () -> accounts.resetPassword("zq7", right, origin));
        refused(user, () -> accounts.resetPassword("zq7".repeat(14) + "z", right, origin));
        String reset = world.resetTicket(ADDRESS);
        refused(user, () -> accounts.resetPassword(reset, Password.of("zq7"), origin));
        refused(user, () -> accounts.verifyEmail(reset, origin));
        refused(user, () -> accounts.changeEmail(reset, origin));
        refused(user, () -> accounts.requestEmailChange(user.id(), wrong, "zq7new@zq7.example", origin));
        refused(user, () -> accounts.requestEmailChange(user.id(), right, "zq7", origin));
        accounts.requestEmailChange(user.id(), right, "zq7taken@zq7.example", origin)
                .orElseThrow();
        refused(user, () -> accounts.changeEmail(world.ticket(MessageKind.CHANGE_EMAIL), origin));
        for (int i = 0; i < 5; i++) {
            accounts.requestPasswordReset(ADDRESS, Origin.NONE);
        }
        refused(user, () -> accounts.requestEmailVerification(user.id(), Origin.NONE));
        for (int i = 0; i < 10; i++) {
            world.logIn(ADDRESS, "zq7 wrong password", HOME);
        }
        refused(user, () -> world.logIn(ADDRESS, SECRET, HOME));
        world.administration().block(user.id()).orElseThrow();
        User blocked = world.now(user);
        refused(blocked, () -> world.logIn(ADDRESS, SECRET, Origin.NONE));
        refused(blocked, () -> accounts.requestEmailVerification(user.id(), Origin.NONE));
        Accounts silent = world.builder(AccountsWorld.cheap().build())
                .outbox(Outbox.of(
                        message -> {
                            throw new IllegalStateException("no route to " + message.to() + message.token());
                        },
                        Runnable::run))
                .build();
        world.clock.advance(Duration.ofHours(2));
        silent.requestPasswordReset("zq7taken@zq7.example", origin);

        printed.addAll(List.of(right, wrong, accounts, AccountKey.random(), origin, taken, world.sent));
        printed.add(new PasswordLogin(ADDRESS, right, origin));
        printed.add(SignUp.withEmail(ADDRESS, right).userMetadata(AccountsWorld.json("{'zq7':'zq7'}")));
        world.sent.stream().map(Message::kind).forEach(printed::add);
        assertThat(codes)
                .contains(
                        "invalid_attribute",
                        "invalid_signup",
                        "unacceptable_password",
                        "login_name_taken",
                        "forbidden_metadata",
                        "wrong_password",
                        "unknown_user",
                        "user_not_found",
                        "invalid_ticket",
                        "too_many_messages",
                        "too_many_attempts",
                        "user_blocked");
        assertThat(logged).isNotEmpty();
        assertThat(printed.stream().map(String::valueOf).filter(text -> text.contains(MARK)))
                .isEmpty();
        assertThat(logged.stream().filter(text -> text.contains(MARK))).isEmpty();
    }
}
