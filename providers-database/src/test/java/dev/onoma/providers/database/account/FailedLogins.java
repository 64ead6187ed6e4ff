package dev.onoma.providers.database.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.password.Password;
import dev.onoma.providers.database.password.PasswordHasher;
import java.lang.management.ManagementFactory;

/** The six kinds of failed login, each of which can be made as often as one likes. */
final class FailedLogins {
    private final AccountsWorld world;
    private final Accounts accounts;
    private final Accounts locked;

    FailedLogins(AccountStore store, PasswordHasher hasher) {
        this.world = new AccountsWorld(store, AccountLimits.STANDARD, LinkPolicy.NEVER);
        Accounts.Builder builder = world.builder(hasher).outbox(Outbox.of(message -> {}, Runnable::run));
        this.accounts = builder.limits(AccountLimits.STANDARD
                        .with(AccountLimit.ATTEMPTS, Integer.MAX_VALUE)
                        .with(AccountLimit.ATTEMPTS_FROM_ADDRESS, Integer.MAX_VALUE))
                .build();
        world.google("{'sub':'1','email':'social@example.org','email_verified':true}");
        signUp("known@example.org");
        world.administration().block(signUp("blocked@example.org").id());
        signUp("guessed@example.org");
        Credential bare = store.credentials()
                .find(AccountsWorld.key(signUp("bare@example.org")))
                .orElseThrow();
        store.credentials().write(bare.withoutPassword());
        this.locked = builder.limits(AccountLimits.STANDARD.with(AccountLimit.ATTEMPTS_FROM_ADDRESS, 1))
                .build();
        assertThat(logIn(locked, "guessed@example.org", AccountsWorld.OTHER).refusal())
                .isPresent();
    }

    private User signUp(String address) {
        return accounts.signUp(SignUp.withEmail(address, Password.of(AccountsWorld.SECRET)), Origin.NONE)
                .orElseThrow()
                .after()
                .orElseThrow();
    }

    /**
     * How long a login took.
     *
     * @param wall nanoseconds by the clock on the wall: with all that the machine does beside it
     * @param cpu nanoseconds that the thread was computing
     */
    record Took(long wall, long cpu) {
        Took plus(long nanos) {
            return new Took(wall + nanos, cpu + nanos);
        }
    }

    enum Kind {
        UNKNOWN_NAME(RefusalCode.UNKNOWN_USER),
        WRONG_PASSWORD(RefusalCode.WRONG_PASSWORD),
        SOCIAL_ONLY(RefusalCode.UNKNOWN_USER),
        BLOCKED_RIGHT_PASSWORD(RefusalCode.USER_BLOCKED),
        LOCKED_OUT_RIGHT_PASSWORD(RefusalCode.TOO_MANY_ATTEMPTS),
        NO_PASSWORD(RefusalCode.WRONG_PASSWORD);

        final RefusalCode code;

        Kind(RefusalCode code) {
            this.code = code;
        }
    }

    /** Fails to log in; answers how long that took. */
    Took fail(Kind kind) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        LoginResult result = switch (kind) {
            case UNKNOWN_NAME -> logIn(accounts, "nobody@example.org", AccountsWorld.SECRET);
            case WRONG_PASSWORD -> logIn(accounts, "known@example.org", AccountsWorld.OTHER);
            case SOCIAL_ONLY -> logIn(accounts, "social@example.org", AccountsWorld.SECRET);
            case BLOCKED_RIGHT_PASSWORD -> logIn(accounts, "blocked@example.org", AccountsWorld.SECRET);
            case LOCKED_OUT_RIGHT_PASSWORD -> logIn(locked, "guessed@example.org", AccountsWorld.SECRET);
            case NO_PASSWORD -> logIn(accounts, "bare@example.org", AccountsWorld.SECRET);
        };
        Took took = new Took(
                System.nanoTime() - start, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
        assertThat(result.refusal().orElseThrow().code()).isEqualTo(kind.code);
        return took;
    }

    private static LoginResult logIn(Accounts accounts, String name, String password) {
        return accounts.logIn(new PasswordLogin(name, Password.of(password), AccountsWorld.HOME));
    }
}
