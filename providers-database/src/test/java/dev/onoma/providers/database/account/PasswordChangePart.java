package dev.onoma.providers.database.account;

import static dev.onoma.providers.database.account.AccountsWorld.ADA;
import static dev.onoma.providers.database.account.AccountsWorld.HOME;
import static dev.onoma.providers.database.account.AccountsWorld.OTHER;
import static dev.onoma.providers.database.account.AccountsWorld.SECRET;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.history.EventType;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.password.Password;
import dev.onoma.testkit.races.Together;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class PasswordChangePart extends AccountPart {
    private ChangeResult change(User user, String old, String chosen) {
        return world.accounts.changePassword(user.id(), Password.of(old), Password.of(chosen), HOME);
    }

    private ChangeResult reset(String ticket, String chosen) {
        return world.accounts.resetPassword(ticket, Password.of(chosen), HOME);
    }

    @Test
    @DisplayName("by the user takes the old one, ends all sessions, says so in the history and to the user")
    void changed() {
        User user = world.signUp(ADA);

        assertThat(change(user, SECRET, OTHER).refusal()).isEmpty();

        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.WRONG_PASSWORD);
        assertThat(world.logIn(ADA, OTHER)).isAccepted();
        assertThat(world.ended).containsExactly(new AccountsWorld.Ended(user.id(), SessionEnd.PASSWORD_CHANGED));
        assertThat(world.latest(MessageKind.PASSWORD_CHANGED).orElseThrow().to())
                .isEqualTo(ADA);
        assertThat(world.events(user.id())).contains(EventType.CHANGE_PASSWORD);
    }

    @Test
    @DisplayName("is refused with a wrong old one, and with a new one that may not be chosen")
    void refused() {
        User user = world.signUp(ADA);

        assertThat(change(user, OTHER, "another good one")).isRefusedWith(RefusalCode.WRONG_PASSWORD);
        assertThat(change(user, SECRET, "short")).isRefusedWith(RefusalCode.UNACCEPTABLE_PASSWORD);
        assertThat(change(user, SECRET, ADA)).isRefusedWith(RefusalCode.UNACCEPTABLE_PASSWORD);

        assertThat(world.logIn(ADA, SECRET)).isAccepted();
        assertThat(world.ended).isEmpty();
    }

    @Test
    @DisplayName("is for users who have an account here, and are not blocked")
    void nobody() {
        User social = world.google("{'sub':'1'}").after();
        User blocked = world.signUp(ADA);
        world.administration().block(blocked.id());

        assertThat(change(social, SECRET, OTHER)).isRefusedWith(RefusalCode.USER_NOT_FOUND);
        assertThat(change(blocked, SECRET, OTHER)).isRefusedWith(RefusalCode.USER_BLOCKED);
        assertThat(world.accounts.changePassword(
                        UserId.of("database|users|x"), Password.of(SECRET), Password.of(OTHER), HOME))
                .isRefusedWith(RefusalCode.USER_NOT_FOUND);
        assertThat(world.accounts.setPassword(blocked.id(), Password.of(OTHER)))
                .isRefusedWith(RefusalCode.USER_BLOCKED);
        assertThat(world.accounts.setPassword(social.id(), Password.of(OTHER)))
                .isRefusedWith(RefusalCode.USER_NOT_FOUND);
    }

    @Test
    @DisplayName("of eight simultaneous changes of one old password, one is done, and its password it is")
    void changeRace() {
        User user = world.signUp(ADA);
        Queue<Integer> done = new ConcurrentLinkedQueue<>();

        Together.run(8, number -> {
            if (change(user, SECRET, "chosen by number " + number).refusal().isEmpty()) {
                done.add(number);
            }
        });

        assertThat(done).hasSize(1);
        assertThat(world.logIn(ADA, "chosen by number " + done.remove())).isAccepted();
    }

    @Test
    @DisplayName("by a ticket is for whoever reads the mail; it confirms the address")
    void reset() {
        User user = world.signUp(ADA);

        reset(world.resetTicket(ADA), OTHER).orElseThrow();

        assertThat(world.logIn(ADA, OTHER)).isAccepted();
        assertThat(world.now(user).isEmailVerified()).isTrue();
        assertThat(world.ended).contains(new AccountsWorld.Ended(user.id(), SessionEnd.PASSWORD_CHANGED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.org", "no such name", "", "social@example.org", "blocked@example.org"})
    @DisplayName("asked for where there is nobody to have it looks the same, and sends nothing")
    void requestedForNobody(String name) {
        world.google("{'sub':'1','email':'social@example.org','email_verified':true}");
        world.administration().block(world.signUp("blocked@example.org").id());
        world.sent.clear();

        assertThat(world.accounts.requestPasswordReset(name, HOME)).isTrue();

        assertThat(world.sent).isEmpty();
    }

    @Test
    @DisplayName("I-16: a ticket goes to the address that the user has, as the user wrote it, and to no lookalike")
    void storedAddress() {
        world.signUp("Mike@example.org");
        world.sent.clear();

        world.accounts.requestPasswordReset("m\u0131ke@example.org", HOME);
        assertThat(world.sent).isEmpty();
        world.accounts.requestPasswordReset("MIKE@EXAMPLE.ORG", HOME);
        assertThat(world.sent)
                .singleElement()
                .satisfies(message -> assertThat(message.to()).isEqualTo("Mike@example.org"));
    }

    @Test
    @DisplayName("by a ticket works once, of eight simultaneous tries too")
    void singleUse() {
        world.signUp(ADA);
        String ticket = world.resetTicket(ADA);
        Queue<Integer> done = new ConcurrentLinkedQueue<>();

        Together.run(8, number -> {
            if (reset(ticket, "chosen by number " + number).refusal().isEmpty()) {
                done.add(number);
            }
        });

        assertThat(done).hasSize(1);
        assertThat(world.logIn(ADA, "chosen by number " + done.remove())).isAccepted();
        assertThat(reset(ticket, OTHER)).isRefusedWith(RefusalCode.INVALID_TICKET);
    }

    @Test
    @DisplayName("by a ticket works until an hour has passed, and no millisecond longer")
    void expiry() {
        world.signUp(ADA);
        String ticket = world.resetTicket(ADA);
        world.clock.advance(Duration.ofHours(1));
        assertThat(reset(ticket, OTHER)).isRefusedWith(RefusalCode.INVALID_TICKET);

        String another = world.resetTicket(ADA);
        world.clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(reset(another, OTHER).refusal()).isEmpty();
    }

    @Test
    @DisplayName("that may not be chosen leaves the ticket good")
    void weak() {
        world.signUp(ADA);
        String ticket = world.resetTicket(ADA);

        assertThat(reset(ticket, "short")).isRefusedWith(RefusalCode.UNACCEPTABLE_PASSWORD);
        assertThat(reset(ticket, OTHER).refusal()).isEmpty();
    }

    @Test
    @DisplayName("by a ticket of another kind, of an older mail, or that nobody sent, is refused")
    void wrongTicket() {
        world.signUp(ADA);
        String verification = world.ticket(MessageKind.VERIFY_EMAIL);
        String older = world.resetTicket(ADA);
        String newer = world.resetTicket(ADA);

        for (String ticket : List.of(verification, older, "", "x".repeat(43), newer + "=", newer.substring(1))) {
            assertThat(reset(ticket, OTHER)).isRefusedWith(RefusalCode.INVALID_TICKET);
        }
        assertThat(reset(newer, OTHER).refusal()).isEmpty();
        assertThat(world.accounts.verifyEmail(verification, HOME)).isRefusedWith(RefusalCode.INVALID_TICKET);
    }

    @Test
    @DisplayName("by a ticket that went to an address which is the user's no longer is refused")
    void oldAddress() {
        User user = world.signUp(ADA);
        String ticket = world.resetTicket(ADA);
        world.adminEdits(user, "{'set':{'email':'new@example.org'}}").orElseThrow();

        assertThat(reset(ticket, OTHER)).isRefusedWith(RefusalCode.INVALID_TICKET);
        assertThat(world.logIn("new@example.org", SECRET)).isAccepted();
    }

    @Test
    @DisplayName("by a ticket is refused for a user who was blocked, or deleted, since it left")
    void blocked() {
        User user = world.signUp(ADA);
        String ticket = world.resetTicket(ADA);
        world.administration().block(user.id());
        assertThat(reset(ticket, OTHER)).isRefusedWith(RefusalCode.INVALID_TICKET);

        world.administration().unblock(user.id());
        String another = world.resetTicket(ADA);
        world.administration().delete(user.id());
        assertThat(reset(another, OTHER)).isRefusedWith(RefusalCode.INVALID_TICKET);
    }

    @Test
    @DisplayName("follows the account: an address that an administrator changed gets the tickets after linking, too")
    void editedThenLinked() {
        world.verified("first@example.org");
        User second = world.signUp("old@example.org");
        world.adminEdits(second, "{'set':{'email':'new@example.org'}}").orElseThrow();
        world.linked(world.logIn("first@example.org", SECRET), world.logIn("new@example.org", SECRET));

        world.accounts.requestPasswordReset("new@example.org", HOME);

        assertThat(world.latest(MessageKind.RESET_PASSWORD).orElseThrow().to()).isEqualTo("new@example.org");
    }

    @Test
    @DisplayName("a session listener that fails is heard of, after everything else is done")
    void listenerFails() {
        User user = world.signUp(ADA);
        Accounts accounts = world.builder(AccountsWorld.cheap().build())
                .sessions((ended, why) -> {
                    throw new IllegalStateException("sessions are down");
                })
                .build();
        String ticket = world.resetTicket(ADA);

        assertThatThrownBy(() -> accounts.resetPassword(ticket, Password.of(OTHER), HOME))
                .hasMessage("sessions are down");

        assertThat(world.now(user).isEmailVerified()).isTrue();
        assertThat(world.logIn(ADA, OTHER)).isAccepted();
        assertThat(world.latest(MessageKind.PASSWORD_CHANGED)).isPresent();
    }
}
