package dev.onoma.providers.database.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.password.Password;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Users of a custom database who have not moved yet: resets, signups, deletions")
class MovingNamesTest {
    private static final String CHOSEN = "a chosen password";

    private final Moving world = world();

    /** In memory; elsewhere in the classes below this one. */
    Moving world() {
        return new Moving();
    }

    private ChangeResult signUp(String address) {
        return world.accounts.signUp(SignUp.withEmail(address, Password.of(CHOSEN)), Moving.HOME);
    }

    private Optional<RefusalCode> refused(String address) {
        return signUp(address).refusal().map(refusal -> refusal.code());
    }

    @Test
    @DisplayName("a reset makes the user without a password, and sends the ticket to the record's address")
    void reset() {
        assertThat(world.accounts.requestPasswordReset("ada", Moving.HOME)).isTrue();

        Message ticket = world.last(MessageKind.RESET_PASSWORD);
        assertThat(ticket.to()).isEqualTo(Moving.ADDRESS);
        assertThat(world.credential().orElseThrow().password()).isEmpty();
        world.accounts
                .resetPassword(ticket.token().orElseThrow(), Password.of(CHOSEN), Moving.HOME)
                .orElseThrow();
        assertThat(world.logIn(Moving.ADDRESS, CHOSEN).accepted()).isPresent();
        assertThat(world.refused(Moving.ADDRESS, Moving.PASSWORD)).hasValue(RefusalCode.WRONG_PASSWORD);
        assertThat(world.crm.logins()).isZero();
    }

    @Test
    @DisplayName("a ticket that nobody uses leaves the old password good: it moves with the next login")
    void unusedTicket() {
        world.accounts.requestPasswordReset(Moving.ADDRESS, Moving.HOME);

        assertThat(world.logIn(Moving.ADDRESS, Moving.PASSWORD).accepted()).isPresent();

        assertThat(world.users()).hasSize(1);
        assertThat(world.credential().orElseThrow().password()).isPresent();
    }

    @Test
    @DisplayName("a reset for somebody who has moved goes to the address of here, by a name of there too")
    void movedAlready() {
        world.move();
        world.crm.knows("4711", Moving.PASSWORD, "{'user_id':'7','email':'stale@example.org'}");

        world.accounts.requestPasswordReset("4711", Moving.HOME);

        assertThat(world.last(MessageKind.RESET_PASSWORD).to()).isEqualTo(Moving.ADDRESS);
    }

    @Test
    @DisplayName(
            "nothing is sent or stored for nobody, for a record without an address, and while the database is down")
    void noReset() {
        world.crm.knows("bob", "forgotten", "{'user_id':'8','username':'bob'}");
        world.accounts.requestPasswordReset("nobody", Moving.HOME);
        world.accounts.requestPasswordReset("bob", Moving.HOME);
        world.crm.fails(() -> {
            throw new IllegalStateException();
        });
        world.accounts.requestPasswordReset("ada", Moving.HOME);

        assertThat(world.messages).isEmpty();
        assertThat(world.users()).isEmpty();
    }

    @Test
    @DisplayName("a name that the database has is taken at a signup, and its owner is told")
    void taken() {
        assertThat(refused(Moving.ADDRESS)).hasValue(RefusalCode.LOGIN_NAME_TAKEN);

        assertThat(world.users()).isEmpty();
        assertThat(world.messages).extracting(Message::kind).containsExactly(MessageKind.ALREADY_SIGNED_UP);
        assertThat(world.accounts
                        .signUp(SignUp.withUsername("ada", Password.of(CHOSEN)), Moving.HOME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(RefusalCode.LOGIN_NAME_TAKEN);
    }

    @Test
    @DisplayName("a name that the database has not is free")
    void free() {
        User user = signUp("bob@example.org").orElseThrow().after().orElseThrow();

        assertThat(user.email()).hasValue("bob@example.org");
    }

    @Test
    @DisplayName("a signup while the database is down is refused, and nothing is stored or sent")
    void signUpWhileDown() {
        world.crm.fails(() -> {
            throw new IllegalStateException();
        });

        assertThat(refused("bob@example.org")).hasValue(RefusalCode.TEMPORARILY_UNAVAILABLE);

        assertThat(world.users()).isEmpty();
        assertThat(world.messages).isEmpty();
    }

    @Test
    @DisplayName("an address that somebody who has moved gave up here is free, whatever the database says")
    void givenUp() {
        world.move();
        world.accounts
                .requestEmailChange(Moving.ID, Password.of(Moving.PASSWORD), "new@example.org", Moving.HOME)
                .orElseThrow();
        world.accounts
                .changeEmail(world.last(MessageKind.CHANGE_EMAIL).token().orElseThrow(), Moving.HOME)
                .orElseThrow();

        assertThat(signUp(Moving.ADDRESS).refusal()).isEmpty();
    }

    @Test
    @DisplayName("a user who was deleted here does not move again, neither by a login nor by a reset")
    void deleted() {
        world.move();
        world.administration().delete(Moving.ID).orElseThrow();

        assertThat(world.refused(Moving.ADDRESS, Moving.PASSWORD)).hasValue(RefusalCode.USER_DELETED);
        world.accounts.requestPasswordReset("ada", Moving.HOME);

        assertThat(world.users()).isEmpty();
        assertThat(world.credential()).isEmpty();
        assertThat(world.messages).isEmpty();
        assertThat(RefusalCode.USER_DELETED.publicCode()).isEqualTo("login_refused");
    }

    @Test
    @DisplayName("what stays of a deleted user is the key of the identity, and no name, address or hash")
    void whatStays() {
        world.move();
        world.administration().delete(Moving.ID).orElseThrow();

        User left = world.store.find(Moving.KEY).orElseThrow().user();

        assertThat(left.email()).isEmpty();
        assertThat(left.primaryIdentity().profileData().isEmpty()).isTrue();
        assertThat(world.credential(LoginName.username("ada"))).isEmpty();
    }

    @Test
    @DisplayName(
            "who was deleted may sign up again with the same address, as somebody new, whom the database is not asked about")
    void signedUpAgain() {
        world.move();
        world.administration().delete(Moving.ID).orElseThrow();

        User again = signUp(Moving.ADDRESS).orElseThrow().after().orElseThrow();

        assertThat(again.id()).isNotEqualTo(Moving.ID);
        assertThat(world.logIn(Moving.ADDRESS, CHOSEN).accepted()).isPresent();
        assertThat(world.refused(Moving.ADDRESS, Moving.PASSWORD)).hasValue(RefusalCode.WRONG_PASSWORD);
        assertThat(world.refused("ada", Moving.PASSWORD)).hasValue(RefusalCode.USER_DELETED);
    }

    @Test
    @DisplayName("who was deleted while blocked neither moves nor signs up again with the names of there")
    void deletedWhileBlocked() {
        world.move();
        world.administration().block(Moving.ID).orElseThrow();
        world.administration().delete(Moving.ID).orElseThrow();

        assertThat(world.refused(Moving.ADDRESS, Moving.PASSWORD)).hasValue(RefusalCode.USER_BLOCKED);
        assertThat(refused(Moving.ADDRESS)).hasValue(RefusalCode.LOGIN_NAME_TAKEN);
    }

    @Test
    @DisplayName("an administrator who unblocks the id of a deleted user lets the person move again")
    void forgiven() {
        world.move();
        world.administration().delete(Moving.ID).orElseThrow();

        world.administration().unblock(Moving.ID).orElseThrow();

        assertThat(world.logIn(Moving.ADDRESS, Moving.PASSWORD).orElseThrow().id())
                .isEqualTo(Moving.ID);
    }
}
