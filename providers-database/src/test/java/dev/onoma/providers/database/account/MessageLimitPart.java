package dev.onoma.providers.database.account;

import static dev.onoma.providers.database.account.AccountsWorld.ADA;
import static dev.onoma.providers.database.account.AccountsWorld.HOME;
import static dev.onoma.providers.database.account.AccountsWorld.SECRET;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.history.Origin;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.message.MessageSender;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.password.Password;
import dev.onoma.testkit.races.Together;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class MessageLimitPart extends AccountPart {
    private static Origin from(int number) {
        return Origin.ofIp("198.51.100." + number);
    }

    private long sentTo(String address) {
        return world.sent.stream()
                .filter(message -> message.to().equals(address))
                .count();
    }

    @Test
    @DisplayName("five messages an hour go to one address, whoever asks, in whatever spelling and for whatever purpose")
    void toOneAddress() {
        User user = world.signUp(SignUp.withEmail(ADA, Password.of(SECRET)).set(RootAttribute.USERNAME, "ada"));
        world.accounts.requestPasswordReset("ADA@Example.org", from(1));
        world.accounts.requestPasswordReset("ada", from(2));
        world.accounts.requestEmailVerification(user.id(), from(3)).orElseThrow();
        world.accounts.signUp(SignUp.withEmail(ADA, Password.of(SECRET)), from(4));
        assertThat(sentTo(ADA)).isEqualTo(5);

        assertThat(world.accounts.requestPasswordReset(ADA, from(5))).isFalse();
        assertThat(world.accounts.requestPasswordReset("ada", from(6))).isTrue();
        assertThat(world.accounts.requestEmailVerification(user.id(), from(7)))
                .isRefusedWith(RefusalCode.TOO_MANY_MESSAGES);
        world.accounts.signUp(SignUp.withEmail(ADA, Password.of(SECRET)), from(8));

        assertThat(sentTo(ADA)).isEqualTo(5);
    }

    @Test
    @DisplayName("an hour after the first, there may be more, and not a millisecond before")
    void hour() {
        for (int i = 0; i < 5; i++) {
            assertThat(world.accounts.requestPasswordReset(ADA, HOME)).isTrue();
        }

        world.clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(world.accounts.requestPasswordReset(ADA, HOME)).isFalse();
        world.clock.advance(Duration.ofMillis(1));
        assertThat(world.accounts.requestPasswordReset(ADA, HOME)).isTrue();
    }

    @Test
    @DisplayName("whether there is such a user is not told by when messages end")
    void sameForNobody() {
        world.signUp(ADA);
        world.clock.advance(Duration.ofHours(1));
        int known = 0;
        int unknown = 0;
        for (int i = 0; i < 8; i++) {
            known += world.accounts.requestPasswordReset(ADA, from(i)) ? 1 : 0;
            unknown += world.accounts.requestPasswordReset("nobody@example.org", from(i)) ? 1 : 0;
        }

        assertThat(known).isEqualTo(5);
        assertThat(unknown).isEqualTo(5);
    }

    @Test
    @DisplayName("twenty messages an hour are asked for from one address, to whomever; more do not use up an owner's")
    void fromOneAddress() {
        for (int i = 0; i < 20; i++) {
            assertThat(world.accounts.requestPasswordReset("user" + i + "@example.org", HOME))
                    .isTrue();
        }
        for (int i = 0; i < 10; i++) {
            assertThat(world.accounts.requestPasswordReset(ADA, HOME)).isFalse();
        }

        assertThat(world.accounts.requestPasswordReset(ADA, from(1))).isTrue();
    }

    @Test
    @DisplayName("one IPv6 network is one address")
    void ipv6() {
        for (int i = 0; i < 20; i++) {
            assertThat(world.accounts.requestPasswordReset("user" + i + "@example.org", Origin.ofIp("2001:db8::" + i)))
                    .isTrue();
        }

        assertThat(world.accounts.requestPasswordReset(ADA, Origin.ofIp("2001:db8::abcd")))
                .isFalse();
    }

    @Test
    @DisplayName("of sixteen simultaneous requests for one address, five send something")
    void race() {
        world.signUp("ada@example.org");
        world.clock.advance(Duration.ofHours(1));
        world.sent.clear();

        Together.run(16, number -> world.accounts.requestPasswordReset(ADA, from(number)));

        assertThat(sentTo(ADA)).isEqualTo(5);
    }

    @Test
    @DisplayName("a change of the address that may not be sent is refused, and everything stays")
    void change() {
        User user = world.verified(ADA);
        for (int i = 0; i < 5; i++) {
            world.accounts
                    .requestEmailChange(user.id(), Password.of(SECRET), "new@example.org", HOME)
                    .orElseThrow();
        }

        assertThat(world.accounts.requestEmailChange(user.id(), Password.of(SECRET), "NEW@example.org", HOME))
                .isRefusedWith(RefusalCode.TOO_MANY_MESSAGES);
        assertThat(world.accounts.changeEmail(world.ticket(MessageKind.CHANGE_EMAIL), HOME))
                .isChanged();
    }

    @Test
    @DisplayName("the limits on messages are the application's to change")
    void configured() {
        AccountsWorld to = limited(AccountLimit.MESSAGES_TO_ADDRESS, 1);
        assertThat(to.accounts.requestPasswordReset(ADA, from(1))).isTrue();
        assertThat(to.accounts.requestPasswordReset(ADA, from(2))).isFalse();

        AccountsWorld from = limited(AccountLimit.MESSAGES_FROM_ADDRESS, 1);
        assertThat(from.accounts.requestPasswordReset("a@example.org", from(3))).isTrue();
        assertThat(from.accounts.requestPasswordReset("b@example.org", from(3))).isFalse();

        AccountsWorld brief = new AccountsWorld(
                newStore(), AccountLimits.STANDARD.with(AccountLimit.MESSAGES_SECONDS, 1), LinkPolicy.NEVER);
        for (int i = 0; i < 5; i++) {
            brief.accounts.requestPasswordReset(ADA, HOME);
        }
        brief.clock.advance(Duration.ofSeconds(1));
        assertThat(brief.accounts.requestPasswordReset(ADA, HOME)).isTrue();
    }

    @Test
    @DisplayName("a sender that fails keeps nobody from signing up")
    void senderFails() {
        MessageSender broken = message -> {
            throw new IllegalStateException("no route to " + message.to());
        };
        Accounts accounts = world.builder(AccountsWorld.cheap().build())
                .outbox(Outbox.of(broken, Runnable::run))
                .build();

        assertThat(accounts.signUp(SignUp.withEmail(ADA, Password.of(SECRET)), HOME))
                .isChanged();
        assertThat(accounts.requestPasswordReset(ADA, HOME)).isTrue();
    }
}
