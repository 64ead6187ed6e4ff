package dev.onoma.providers.database.account;

import static dev.onoma.providers.database.account.AccountsWorld.ADA;
import static dev.onoma.providers.database.account.AccountsWorld.HOME;
import static dev.onoma.providers.database.account.AccountsWorld.OTHER;
import static dev.onoma.providers.database.account.AccountsWorld.SECRET;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.password.Password;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where no password can be hashed for now")
class BusyHasherTest {
    private final AccountsWorld world = new AccountsWorld(new InMemoryUserStore());

    /** A thread that is interrupted gets no turn at the hasher, as one that waited too long. */
    private static <T> T withoutTurn(Supplier<T> step) {
        Thread.currentThread().interrupt();
        try {
            return step.get();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    @DisplayName("a login, a signup and a change are to be tried later, and nothing happened")
    void refused() {
        User user = world.signUp(ADA);

        assertThat(withoutTurn(() -> world.logIn(ADA, SECRET))).isRefusedWith(RefusalCode.TEMPORARILY_UNAVAILABLE);
        assertThat(withoutTurn(() -> world.logIn("nobody@example.org", SECRET)))
                .isRefusedWith(RefusalCode.TEMPORARILY_UNAVAILABLE);
        assertThat(withoutTurn(
                        () -> world.accounts.signUp(SignUp.withEmail("b@example.org", Password.of(SECRET)), HOME)))
                .isRefusedWith(RefusalCode.TEMPORARILY_UNAVAILABLE);
        assertThat(withoutTurn(
                        () -> world.accounts.changePassword(user.id(), Password.of(SECRET), Password.of(OTHER), HOME)))
                .isRefusedWith(RefusalCode.TEMPORARILY_UNAVAILABLE);
        assertThat(world.logIn(ADA, SECRET)).isAccepted();
    }

    @Test
    @DisplayName("a ticket stays good")
    void ticket() {
        world.signUp(ADA);
        String ticket = world.resetTicket(ADA);

        assertThat(withoutTurn(() -> world.accounts.resetPassword(ticket, Password.of(OTHER), HOME)))
                .isRefusedWith(RefusalCode.TEMPORARILY_UNAVAILABLE);
        assertThat(world.accounts
                        .resetPassword(ticket, Password.of(OTHER), HOME)
                        .refusal())
                .isEmpty();
    }
}
