package dev.onoma.providers.database.account;

import static dev.onoma.providers.database.account.AccountsWorld.ADA;
import static dev.onoma.providers.database.account.AccountsWorld.HOME;
import static dev.onoma.providers.database.account.AccountsWorld.OTHER;
import static dev.onoma.providers.database.account.AccountsWorld.SECRET;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.history.Origin;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.MessageKind;
import dev.onoma.providers.database.password.Password;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class PreHijackingPart extends AccountPart {
    private static final String OWNERS = "{'sub':'ada','email':'ada@example.org','email_verified':true}";
    private static final String EVES = "{'sub':'eve','email':'eve@evil.example','email_verified':true}";

    private AccountsWorld automatic() {
        return new AccountsWorld(newStore(), AccountLimits.STANDARD, LinkPolicy.AUTOMATIC);
    }

    /** The owner of the address chooses a password by the mail that only the owner reads. */
    private User reset(AccountsWorld world) {
        world.accounts
                .resetPassword(world.resetTicket(ADA), Password.of(OTHER), Origin.NONE)
                .orElseThrow();
        return world.logIn(ADA, OTHER, Origin.NONE).user().orElseThrow();
    }

    private static void assertEveIsOutside(AccountsWorld world, User owner) {
        assertThat(world.logIn(ADA, SECRET, Origin.ofIp("203.0.113.9"))).isRefusedWith(RefusalCode.WRONG_PASSWORD);
        assertThat(world.google(EVES).after().id()).isNotEqualTo(owner.id());
        assertThat(world.now(owner).identities())
                .noneMatch(identity -> identity.subject().equals("eve"));
    }

    @Test
    @DisplayName(
            "classic-federated merge: the owner's login by Google is another user, and takes the stranger's password")
    void classicFederatedMerge() {
        AccountsWorld world = automatic();
        User prepared = world.signUp(ADA);

        LoginResult.Accepted login = world.google(OWNERS);

        assertThat(login.after().id()).isNotEqualTo(prepared.id());
        assertThat(login.revoked()).containsExactly(prepared.id());
        assertThat(world.logIn(ADA, SECRET)).isRefusedWith(RefusalCode.WRONG_PASSWORD);
        assertThat(world.ended).containsExactly(new AccountsWorld.Ended(prepared.id(), SessionEnd.ADOPTED));
    }

    @Test
    @DisplayName(
            "classic-federated merge: not even where the owner clicked on the mail that the stranger's signup sent")
    void classicFederatedMergeOfVerified() {
        AccountsWorld world = automatic();
        User prepared = world.signUp(ADA);
        world.clock.advance(Duration.ofDays(1));
        world.accounts.verifyEmail(world.ticket(MessageKind.VERIFY_EMAIL), HOME).orElseThrow();

        assertThat(world.google(OWNERS).after().id()).isNotEqualTo(prepared.id());
    }

    @Test
    @DisplayName("classic-federated merge, the other way: who has a password chosen since, and Google, is linked")
    void linkedAfterReset() {
        AccountsWorld world = automatic();
        world.signUp(ADA);
        world.accounts.verifyEmail(world.ticket(MessageKind.VERIFY_EMAIL), HOME).orElseThrow();
        world.clock.advance(Duration.ofDays(1));
        User owner = reset(world);

        assertThat(world.google(OWNERS).after().id()).isEqualTo(owner.id());
    }

    @Test
    @DisplayName("unexpired session: a reset ends all sessions, the stranger's that was kept open included")
    void unexpiredSession() {
        User prepared = world.signUp(ADA);
        world.logIn(ADA, SECRET).orElseThrow();

        User owner = reset(world);

        assertThat(owner.id()).isEqualTo(prepared.id());
        assertThat(world.ended).contains(new AccountsWorld.Ended(prepared.id(), SessionEnd.PASSWORD_CHANGED));
        assertEveIsOutside(world, owner);
    }

    @Test
    @DisplayName("trojan identifier: an identity that joined the account before a reset by the owner leaves it")
    void trojanIdentifier() {
        User prepared = world.signUp(ADA);
        world.linked(world.logIn(ADA, SECRET), world.google(EVES));

        User owner = reset(world);

        assertThat(owner.id()).isEqualTo(prepared.id());
        assertThat(world.ended).contains(new AccountsWorld.Ended(prepared.id(), SessionEnd.ADOPTED));
        assertEveIsOutside(world, owner);
    }

    @Test
    @DisplayName("trojan identifier: an account that joined the stranger's user before leaves that user")
    void trojanPrimary() {
        world.signUp(ADA);
        User eve = world.linked(world.google(EVES), world.logIn(ADA, SECRET));

        User owner = reset(world);

        assertThat(owner.id()).isNotEqualTo(eve.id());
        assertThat(owner.email()).hasValue(ADA);
        assertThat(owner.isEmailVerified()).isTrue();
        assertThat(world.ended).contains(new AccountsWorld.Ended(eve.id(), SessionEnd.ADOPTED));
        assertEveIsOutside(world, owner);
    }

    @Test
    @DisplayName("trojan identifier: it leaves when the owner clicks on the first mail, and is gone at a later reset")
    void trojanBeforeVerification() {
        User prepared = world.signUp(ADA);
        String ticket = world.ticket(MessageKind.VERIFY_EMAIL);
        world.linked(world.logIn(ADA, SECRET), world.google(EVES));

        world.accounts.verifyEmail(ticket, HOME).orElseThrow();

        assertThat(world.now(prepared).identities()).hasSize(1);
        assertThat(world.ended).contains(new AccountsWorld.Ended(prepared.id(), SessionEnd.ADOPTED));
        assertEveIsOutside(world, reset(world));
    }

    @Test
    @DisplayName("trojan identifier: a second account of the stranger's here leaves too, with its own password")
    void trojanAccount() {
        world.signUp(ADA);
        world.verified("eve@evil.example");
        world.linked(world.logIn(ADA, SECRET), world.logIn("eve@evil.example", SECRET));

        User owner = reset(world);

        assertThat(world.logIn("eve@evil.example", SECRET).user().orElseThrow().id())
                .isNotEqualTo(owner.id());
    }

    @Test
    @DisplayName("an identity that vouches for the same address stays: it is the owner's own")
    void owners() {
        User user = world.signUp(ADA);
        world.linked(world.logIn(ADA, SECRET), world.google(OWNERS));

        reset(world);

        assertThat(world.now(user).identities()).hasSize(2);
        assertThat(world.google(OWNERS).after().id()).isEqualTo(user.id());
    }

    @Test
    @DisplayName("an account that joined the owner's own Google user stays there")
    void ownersPrimary() {
        world.signUp(ADA);
        User user = world.linked(world.google(OWNERS), world.logIn(ADA, SECRET));

        assertThat(reset(world).id()).isEqualTo(user.id());
    }

    @Test
    @DisplayName("who confirmed the address keeps, at a reset, what was linked since")
    void confirmed() {
        User user = world.verified(ADA);
        world.linked(world.logIn(ADA, SECRET), world.google(EVES));

        reset(world);

        assertThat(world.now(user).identities()).hasSize(2);
    }

    @Test
    @DisplayName("an account that left once and was linked again by its owner stays at the next reset")
    void linkedAgain() {
        world.signUp(ADA);
        world.linked(world.google(EVES), world.logIn(ADA, SECRET));
        reset(world);
        User user = world.linked(world.google(EVES), world.logIn(ADA, OTHER));

        assertThat(reset(world).id()).isEqualTo(user.id());
    }

    @Test
    @DisplayName("unexpired email change: a change that the stranger asked for dies with the owner's reset")
    void unexpiredEmailChange() {
        User prepared = world.signUp(ADA);
        world.accounts
                .requestEmailChange(prepared.id(), Password.of(SECRET), "eve@evil.example", HOME)
                .orElseThrow();
        String pending = world.ticket(MessageKind.CHANGE_EMAIL);
        world.clock.advance(Duration.ofMinutes(1));

        User owner = reset(world);

        assertThat(world.accounts.changeEmail(pending, HOME)).isRefusedWith(RefusalCode.INVALID_TICKET);
        assertThat(world.now(owner).email()).hasValue(ADA);
        assertEveIsOutside(world, owner);
    }

    @Test
    @DisplayName("unexpired email change: and with the owner's login by Google")
    void unexpiredEmailChangeAndGoogle() {
        AccountsWorld world = automatic();
        User prepared = world.signUp(ADA);
        world.accounts
                .requestEmailChange(prepared.id(), Password.of(SECRET), "eve@evil.example", HOME)
                .orElseThrow();

        world.google(OWNERS);

        assertThat(world.accounts.changeEmail(world.ticket(MessageKind.CHANGE_EMAIL), HOME))
                .isRefusedWith(RefusalCode.INVALID_TICKET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'sub':'eve','email':'ada@example.org'}",
                "{'sub':'eve','email':'ada@example.org','email_verified':false}"
            })
    @DisplayName("non-verifying identity provider: an address that a provider only repeats neither joins nor stays")
    void nonVerifyingProvider(String claims) {
        AccountsWorld world = automatic();
        User owner = world.verified(ADA);
        assertThat(world.google(claims).after().id()).isNotEqualTo(owner.id());

        AccountsWorld prepared = new AccountsWorld(newStore());
        prepared.signUp(ADA);
        prepared.linked(prepared.logIn(ADA, SECRET), prepared.google(claims));
        assertEveIsOutside(prepared, reset(prepared));
    }

    @Test
    @DisplayName("non-verifying identity provider: a user of it with the owner's address takes nothing from the owner")
    void nonVerifyingProviderFirst() {
        AccountsWorld world = automatic();
        User eve = world.google("{'sub':'eve','email':'ada@example.org','email_verified':false}")
                .after();

        User owner = world.verified(ADA);

        assertThat(owner.id()).isNotEqualTo(eve.id());
        assertThat(world.google(OWNERS).after().id()).isNotEqualTo(eve.id());
    }
}
