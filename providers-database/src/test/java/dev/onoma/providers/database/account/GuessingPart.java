package dev.onoma.providers.database.account;

import static dev.onoma.providers.database.account.AccountsWorld.ADA;
import static dev.onoma.providers.database.account.AccountsWorld.HOME;
import static dev.onoma.providers.database.account.AccountsWorld.OTHER;
import static dev.onoma.providers.database.account.AccountsWorld.SECRET;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.Origin;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.password.Password;
import dev.onoma.testkit.races.Together;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class GuessingPart extends AccountPart {
    private void wrong(int times, Origin origin) {
        for (int i = 0; i < times; i++) {
            assertThat(world.logIn(ADA, OTHER, origin)).isRefusedWith(RefusalCode.WRONG_PASSWORD);
        }
    }

    private static Origin from(int number) {
        return Origin.ofIp("198.51.100." + number);
    }

    @Test
    @DisplayName("from one address ends after ten attempts, with the right password too")
    void fromOneAddress() {
        world.signUp(ADA);

        wrong(10, HOME);

        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
        assertThat(world.logIn(ADA, SECRET, from(1))).isAccepted();
    }

    @Test
    @DisplayName("is still answered at the tenth attempt")
    void atTheLimit() {
        world.signUp(ADA);

        wrong(9, HOME);

        assertThat(world.logIn(ADA, SECRET)).isAccepted();
    }

    @Test
    @DisplayName("may go on an hour after the first attempt, and not a millisecond before")
    void hour() {
        world.signUp(ADA);
        wrong(10, HOME);

        world.clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
        world.clock.advance(Duration.ofMillis(1));
        assertThat(world.logIn(ADA, SECRET)).isAccepted();
    }

    @Test
    @DisplayName("from everywhere together ends after a hundred attempts, for a day")
    void fromEverywhere() {
        world.signUp(ADA);
        for (int address = 0; address < 10; address++) {
            wrong(10, from(address));
        }

        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
        world.clock.advance(Duration.ofDays(1).minusMillis(1));
        assertThat(world.logIn(ADA, SECRET, from(100))).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
        world.clock.advance(Duration.ofMillis(1));
        assertThat(world.logIn(ADA, SECRET)).isAccepted();
    }

    @Test
    @DisplayName("without an address counts towards the hundred alone")
    void unknownAddress() {
        world.signUp(ADA);

        wrong(99, Origin.NONE);

        assertThat(world.logIn(ADA, SECRET, Origin.NONE)).isAccepted();
    }

    @Test
    @DisplayName("from one machine locks the user out there, and nowhere else")
    void oneMachine() {
        world.signUp(ADA);
        wrong(10, from(1));
        for (int i = 0; i < 200; i++) {
            assertThat(world.logIn(ADA, OTHER, from(1))).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
        }

        assertThat(world.logIn(ADA, SECRET)).isAccepted();
    }

    @Test
    @DisplayName("from the many addresses of one IPv6 network is from one address")
    void ipv6() {
        world.signUp(ADA);
        for (int i = 0; i < 10; i++) {
            wrong(1, Origin.ofIp("2001:db8:1:2::" + i));
        }

        assertThat(world.logIn(ADA, SECRET, Origin.ofIp("2001:DB8:1:2:ffff::1")))
                .isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
        assertThat(world.logIn(ADA, SECRET, Origin.ofIp("2001:db8:1:3::1"))).isAccepted();
    }

    @Test
    @DisplayName("by address and user name in turn is guessing at one user")
    void names() {
        world.signUp(SignUp.withEmail(ADA, Password.of(SECRET)).set(RootAttribute.USERNAME, "ada"));
        for (int i = 0; i < 5; i++) {
            world.logIn(ADA, OTHER);
            world.logIn("ada", OTHER);
        }

        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    @DisplayName("at a name that nobody has ends like guessing at a user")
    void nobody() {
        for (int i = 0; i < 10; i++) {
            assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.UNKNOWN_USER);
        }

        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
        assertThat(world.logIn("eve@example.org", SECRET)).isRefusedWith(RefusalCode.UNKNOWN_USER);
    }

    @Test
    @DisplayName("begins anew after the right password")
    void forgotten() {
        world.signUp(ADA);
        wrong(9, HOME);
        assertThat(world.logIn(ADA, SECRET)).isAccepted();

        wrong(10, HOME);

        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    @DisplayName("an administrator forgets attempts, those from an address where it is named")
    void forgetting() {
        User user = world.signUp(ADA);
        wrong(10, HOME);

        world.accounts.forgetAttempts(AccountsWorld.key(user), Origin.NONE);
        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
        world.accounts.forgetAttempts(AccountsWorld.key(user), HOME);
        assertThat(world.logIn(ADA, SECRET)).isAccepted();
    }

    @Test
    @DisplayName("is over for whoever resets the password: the owner logs in from the same address")
    void reset() {
        world.signUp(ADA);
        wrong(10, HOME);

        world.accounts
                .resetPassword(world.resetTicket(ADA), Password.of(OTHER), HOME)
                .orElseThrow();

        assertThat(world.logIn(ADA, OTHER)).isAccepted();
    }

    @Test
    @DisplayName("is written into the user's history, with why each attempt was refused")
    void history() {
        User user = world.signUp(ADA);
        wrong(10, HOME);
        world.clock.advance(Duration.ofSeconds(1));
        world.logIn(ADA, SECRET);

        List<EventType> events = world.events(user.id());

        assertThat(events).hasSize(12).startsWith(EventType.TOO_MANY_ATTEMPTS).contains(EventType.WRONG_PASSWORD);
    }

    /** How many of 64 simultaneous guesses were looked at. */
    private long lookedAt(User user, IntFunction<Object> guess) {
        Queue<Object> results = new ConcurrentLinkedQueue<>();
        Together.run(64, number -> results.add(guess.apply(number)));
        assertThat(results).hasSize(64);
        return world.events(user.id()).stream()
                .filter(EventType.WRONG_PASSWORD::equals)
                .count();
    }

    @Test
    @DisplayName("I-8: of 64 simultaneous logins, ten are looked at")
    void parallelLogins() {
        User user = world.signUp(ADA);

        assertThat(lookedAt(user, number -> world.logIn(ADA, "guess number " + number)))
                .isEqualTo(10);
    }

    @Test
    @DisplayName("I-8: of 64 simultaneous changes of the password, ten are looked at")
    void parallelChanges() {
        User user = world.signUp(ADA);

        assertThat(lookedAt(
                        user,
                        number -> world.accounts.changePassword(
                                user.id(), Password.of("guess number " + number), Password.of(OTHER), HOME)))
                .isEqualTo(10);
        assertThat(world.logIn(ADA, SECRET, from(1))).isAccepted();
    }

    @Test
    @DisplayName("I-8: of 64 simultaneous changes of the address, ten are looked at")
    void parallelEmails() {
        User user = world.signUp(ADA);

        assertThat(lookedAt(
                        user,
                        number -> world.accounts.requestEmailChange(
                                user.id(), Password.of("guess number " + number), "new@example.org", HOME)))
                .isEqualTo(10);
        assertThat(world.latest(MessageKind.CHANGE_EMAIL)).isEmpty();
    }

    @Test
    @DisplayName("I-8: a user who is locked out at one path is locked out at all of them")
    void allPaths() {
        User user = world.signUp(ADA);
        wrong(10, HOME);

        assertThat(world.accounts.changePassword(user.id(), Password.of(SECRET), Password.of(OTHER), HOME))
                .isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
        assertThat(world.accounts.requestEmailChange(user.id(), Password.of(SECRET), "new@example.org", HOME))
                .isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    @DisplayName("the limits on attempts are the application's to change")
    void configured() {
        world.signUp(ADA);
        AccountsWorld strict = limited(AccountLimit.ATTEMPTS_FROM_ADDRESS, 1);
        assertThat(strict.logIn(ADA, OTHER)).isRefusedWith(RefusalCode.WRONG_PASSWORD);
        assertThat(strict.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);

        AccountsWorld two = limited(AccountLimit.ATTEMPTS, 2);
        assertThat(two.logIn(ADA, OTHER, from(1))).isRefusedWith(RefusalCode.WRONG_PASSWORD);
        assertThat(two.logIn(ADA, SECRET, from(2))).isRefusedWith(RefusalCode.TOO_MANY_ATTEMPTS);
    }
}
