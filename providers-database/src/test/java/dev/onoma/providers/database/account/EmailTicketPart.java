package dev.onoma.providers.database.account;

import static dev.onoma.providers.database.account.AccountsWorld.ADA;
import static dev.onoma.providers.database.account.AccountsWorld.HOME;
import static dev.onoma.providers.database.account.AccountsWorld.OTHER;
import static dev.onoma.providers.database.account.AccountsWorld.SECRET;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.administration.SelfService;
import dev.onoma.core.administration.SelfServiceEdit;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.Origin;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.password.Password;
import dev.onoma.testkit.races.Together;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class EmailTicketPart extends AccountPart {
    private static final String NEW = "lovelace@example.org";

    private ChangeResult request(User user, String address) {
        return world.accounts.requestEmailChange(user.id(), Password.of(SECRET), address, HOME);
    }

    private ChangeResult change(String ticket) {
        return world.accounts.changeEmail(ticket, HOME);
    }

    private ChangeResult verify(String ticket) {
        return world.accounts.verifyEmail(ticket, HOME);
    }

    private String changeTicket(User user) {
        assertThat(request(user, NEW).refusal()).isEmpty();
        return world.ticket(MessageKind.CHANGE_EMAIL);
    }

    @Test
    @DisplayName("a ticket verifies the address that it was sent to, for good, and ends no session")
    void verified() {
        User user = world.signUp(ADA);

        assertThat(verify(world.ticket(MessageKind.VERIFY_EMAIL))).isChanged();

        assertThat(world.now(user).isEmailVerified()).isTrue();
        assertThat(world.logIn(ADA, SECRET).user().orElseThrow().isEmailVerified())
                .isTrue();
        assertThat(world.events(user.id())).contains(EventType.VERIFY_EMAIL);
        assertThat(world.ended).isEmpty();
    }

    @Test
    @DisplayName("a ticket to verify works once, and for five days")
    void verificationEdges() {
        User user = world.signUp(ADA);
        String ticket = world.ticket(MessageKind.VERIFY_EMAIL);
        world.clock.advance(Duration.ofDays(5));
        assertThat(verify(ticket)).isRefusedWith(RefusalCode.INVALID_TICKET);

        assertThat(world.accounts.requestEmailVerification(user.id(), HOME).refusal())
                .isEmpty();
        String another = world.ticket(MessageKind.VERIFY_EMAIL);
        world.clock.advance(Duration.ofDays(5).minusMillis(1));
        assertThat(verify(another)).isChanged();
        assertThat(verify(another)).isRefusedWith(RefusalCode.INVALID_TICKET);
    }

    @Test
    @DisplayName("a ticket does not verify another address than the one it was sent to")
    void otherAddress() {
        User user = world.signUp(ADA);
        String ticket = world.ticket(MessageKind.VERIFY_EMAIL);
        world.adminEdits(user, "{'set':{'email':'new@example.org'}}").orElseThrow();

        assertThat(verify(ticket)).isRefusedWith(RefusalCode.INVALID_TICKET);
        assertThat(world.now(user).isEmailVerified()).isFalse();
    }

    @Test
    @DisplayName("verification is for users who are here, are not blocked, and have an address")
    void noVerification() {
        User nameOnly = world.signUp(SignUp.withUsername("ada", Password.of(SECRET)));
        User blocked = world.signUp(ADA);
        world.administration().block(blocked.id());

        assertThat(world.accounts.requestEmailVerification(UserId.of("database|x"), HOME))
                .isRefusedWith(RefusalCode.USER_NOT_FOUND);
        assertThat(world.accounts.requestEmailVerification(blocked.id(), HOME)).isRefusedWith(RefusalCode.USER_BLOCKED);
        assertThat(world.accounts.requestEmailVerification(nameOnly.id(), HOME))
                .isRefusedWith(RefusalCode.INVALID_ATTRIBUTE);
    }

    @Test
    @DisplayName("S7: a user's new address is a ticket's to set, never an edit's; a name is the user's own")
    void noEdit() {
        User user = world.signUp(ADA);
        SelfService own = SelfService.over(world.store, world.connections, world.clock);

        for (String edit : List.of("{'set':{'email':'eve@example.org'}}", "{'set':{'email':null}}")) {
            assertThat(own.edit(user.id(), SelfServiceEdit.from(AccountsWorld.json(edit))))
                    .isRefusedWith(RefusalCode.ATTRIBUTE_NOT_EDITABLE);
        }
        assertThat(own.edit(user.id(), SelfServiceEdit.from(AccountsWorld.json("{'set':{'name':'Ada'}}"))))
                .isChanged();
    }

    @Test
    @DisplayName("a new address counts once a ticket that went there comes back; the old one gets a notice")
    void changed() {
        User user = world.verified(ADA);

        String ticket = changeTicket(user);
        assertThat(world.latest(MessageKind.CHANGE_EMAIL).orElseThrow().to()).isEqualTo(NEW);
        assertThat(world.now(user)).isEqualTo(user);
        assertThat(change(ticket)).isChanged();

        assertThat(world.now(user).email()).hasValue(NEW);
        assertThat(world.now(user).isEmailVerified()).isTrue();
        assertThat(world.logIn(NEW, SECRET)).isAccepted();
        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.UNKNOWN_USER);
        assertThat(world.latest(MessageKind.EMAIL_CHANGED).orElseThrow().to()).isEqualTo(ADA);
        assertThat(world.ended).containsExactly(new AccountsWorld.Ended(user.id(), SessionEnd.EMAIL_CHANGED));
        assertThat(world.events(user.id())).contains(EventType.CHANGE_EMAIL);
    }

    @Test
    @DisplayName("the old address is free for somebody else afterwards, and tickets that went there are void")
    void freed() {
        User user = world.verified(ADA);
        String reset = world.resetTicket(ADA);
        change(changeTicket(user)).orElseThrow();

        assertThat(world.accounts.resetPassword(reset, Password.of(OTHER), HOME))
                .isRefusedWith(RefusalCode.INVALID_TICKET);
        assertThat(world.accounts.signUp(SignUp.withEmail(ADA, Password.of(OTHER)), HOME))
                .isChanged();
    }

    @Test
    @DisplayName("an address that another user has by then is refused; nobody who asks is told before")
    void taken() {
        User user = world.verified(ADA);
        world.signUp(NEW);

        String ticket = changeTicket(user);

        assertThat(change(ticket)).isRefusedWith(RefusalCode.LOGIN_NAME_TAKEN);
        assertThat(world.now(user).email()).hasValue(ADA);
        assertThat(world.logIn(ADA, SECRET)).isAccepted();
    }

    @Test
    @DisplayName("a change is refused with a wrong password, what is no address, and for nobody")
    void refused() {
        User user = world.verified(ADA);
        world.sent.clear();

        assertThat(world.accounts.requestEmailChange(user.id(), Password.of(OTHER), NEW, HOME))
                .isRefusedWith(RefusalCode.WRONG_PASSWORD);
        for (String address :
                List.of("", "lovelace", "a b@example.org", "a\u0000@example.org", "x".repeat(65) + "@x.org")) {
            assertThat(request(user, address)).isRefusedWith(RefusalCode.INVALID_ATTRIBUTE);
        }
        assertThat(world.accounts.requestEmailChange(UserId.of("database|x"), Password.of(SECRET), NEW, HOME))
                .isRefusedWith(RefusalCode.USER_NOT_FOUND);
        assertThat(world.sent).isEmpty();
    }

    @Test
    @DisplayName("a ticket to change works once, until a day has passed, and for nothing else")
    void edges() {
        User user = world.verified(ADA);
        String late = changeTicket(user);
        world.clock.advance(Duration.ofDays(1));
        assertThat(change(late)).isRefusedWith(RefusalCode.INVALID_TICKET);

        String ticket = changeTicket(user);
        world.clock.advance(Duration.ofDays(1).minusMillis(1));
        assertThat(verify(ticket)).isRefusedWith(RefusalCode.INVALID_TICKET);
        Queue<ChangeResult> done = new ConcurrentLinkedQueue<>();
        Together.run(8, number -> done.add(change(ticket)));
        assertThat(done.stream().filter(result -> result.refusal().isEmpty())).hasSize(1);
    }

    @Test
    @DisplayName(
            "a pending change dies with a reset, a change by an administrator, and with a password that is taken away")
    void dies() {
        User user = world.verified(ADA);
        String first = changeTicket(user);
        world.clock.advance(Duration.ofMinutes(1));
        world.accounts
                .resetPassword(world.resetTicket(ADA), Password.of(SECRET), HOME)
                .orElseThrow();
        assertThat(change(first)).isRefusedWith(RefusalCode.INVALID_TICKET);

        String second = changeTicket(user);
        world.adminEdits(user, "{'set':{'email':'safe@example.org'}}").orElseThrow();
        assertThat(change(second)).isRefusedWith(RefusalCode.INVALID_TICKET);

        String third = changeTicket(user);
        world.store
                .credentials()
                .write(world.store
                        .credentials()
                        .find(AccountsWorld.key(user))
                        .orElseThrow()
                        .withoutPassword());
        assertThat(change(third)).isRefusedWith(RefusalCode.INVALID_TICKET);
    }

    @Test
    @DisplayName("a pending change dies with a reset even when its ticket was on its way until after that")
    void slowOutbox() {
        User user = world.verified(ADA);
        ArrayDeque<Runnable> waiting = new ArrayDeque<>();
        Accounts slow = world.builder(AccountsWorld.cheap().build())
                .outbox(Outbox.of(world.sent::add, waiting::add))
                .build();
        slow.requestEmailChange(user.id(), Password.of(SECRET), NEW, HOME).orElseThrow();
        world.clock.advance(Duration.ofSeconds(1));
        world.accounts
                .resetPassword(world.resetTicket(ADA), Password.of(OTHER), HOME)
                .orElseThrow();

        waiting.remove().run();

        assertThat(change(world.ticket(MessageKind.CHANGE_EMAIL))).isRefusedWith(RefusalCode.INVALID_TICKET);
        assertThat(world.now(user).email()).hasValue(ADA);
    }

    @Test
    @DisplayName("of a change and a reset at the same time, the owner's new password stands whichever was first")
    void race() {
        for (int round = 0; round < 8; round++) {
            String address = "user" + round + "@example.org";
            User user = world.verified(address);
            world.accounts
                    .requestEmailChange(user.id(), Password.of(SECRET), "new" + address, Origin.NONE)
                    .orElseThrow();
            String change = world.ticket(MessageKind.CHANGE_EMAIL);
            world.clock.advance(Duration.ofHours(2));
            world.accounts.requestPasswordReset(address, Origin.NONE);
            String reset = world.ticket(MessageKind.RESET_PASSWORD);
            List<ChangeResult> results = new ArrayList<>(List.of(
                    ChangeResult.refused(RefusalCode.INVALID_TICKET, ""),
                    ChangeResult.refused(RefusalCode.INVALID_TICKET, "")));

            Together.run(
                    2,
                    number -> results.set(
                            number,
                            number == 0
                                    ? change(change)
                                    : world.accounts.resetPassword(reset, Password.of(OTHER), Origin.NONE)));

            boolean moved = results.get(0).refusal().isEmpty();
            assertThat(results.get(1).refusal().isEmpty()).isNotEqualTo(moved);
            assertThat(world.now(user).email()).hasValue(moved ? "new" + address : address);
        }
    }

    @Test
    @DisplayName("the store holds the SHA-256 of a ticket, and no ticket")
    void hashed() {
        world.signUp(ADA);
        String ticket = world.ticket(MessageKind.VERIFY_EMAIL);

        assertThat(ticket).matches("[A-Za-z0-9_-]{43}");
        assertThat(world.store.tickets().find(ticket, TicketPurpose.VERIFY_EMAIL, world.clock.instant()))
                .isEmpty();
    }

    @Test
    @DisplayName("the times of tickets are the application's to change")
    void configured() {
        for (AccountLimit limit : List.of(
                AccountLimit.VERIFY_EMAIL_SECONDS,
                AccountLimit.CHANGE_EMAIL_SECONDS,
                AccountLimit.RESET_PASSWORD_SECONDS)) {
            AccountsWorld quick =
                    new AccountsWorld(newStore(), AccountLimits.STANDARD.with(limit, 7), LinkPolicy.NEVER);
            User user = quick.signUp(ADA);
            quick.accounts
                    .requestEmailChange(user.id(), Password.of(SECRET), NEW, HOME)
                    .orElseThrow();
            quick.resetTicket(ADA);

            assertThat(quick.sent.stream()
                            .filter(message -> message.expiresAt()
                                    .equals(Optional.of(quick.clock.instant().plusSeconds(7)))))
                    .hasSize(1);
        }
    }
}
