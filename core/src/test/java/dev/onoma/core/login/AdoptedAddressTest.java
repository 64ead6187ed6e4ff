package dev.onoma.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L3: a login that proves an address of a database user")
class AdoptedAddressTest {
    private static final String PROOF = "{'sub':'c','email':'ada@example.org','email_verified':true}";
    private static final String HASH = "a".repeat(64);

    private final World world = World.of(
            Tables.connection(Tables.DATABASE),
            Tables.connection(Tables.COMPANY).linkPolicy(LinkPolicy.AUTOMATIC).trustForLinking());
    private final List<String> ended = new ArrayList<>();
    private final LoginProcessor logins = world.processor()
            .sessions((user, why) -> ended.add(user.value() + " " + why))
            .build();

    private User account(String subject) {
        User user = world.login("database", "{'sub':'" + subject + "','email':'ada@example.org'}")
                .after();
        IdentityKey key = user.primaryIdentity().key();
        // By hand, without names: two users of one address, as an import may leave them.
        world.store
                .credentials()
                .write(Credential.of(key, dev.onoma.core.attribute.RootAttributes.NONE)
                        .withPassword("hash", world.clock.instant()));
        world.store
                .tickets()
                .put(new Ticket(
                        HASH,
                        TicketPurpose.CHANGE_EMAIL,
                        key,
                        "eve@example.org",
                        world.clock.instant(),
                        world.clock.instant().plusSeconds(3_600)));
        return user;
    }

    private boolean hasPassword(User user) {
        return world.store
                .credentials()
                .find(user.primaryIdentity().key())
                .flatMap(Credential::password)
                .isPresent();
    }

    private boolean hasTicket() {
        return world.store
                .tickets()
                .find(HASH, TicketPurpose.CHANGE_EMAIL, world.clock.instant())
                .isPresent();
    }

    private void confirm(User user) {
        world.adminEdits(user, "{'set':{'email_verified':true}}").orElseThrow();
    }

    private LoginResult.Accepted login() {
        return logins.login(World.loginOf("company", PROOF)).accepted().orElseThrow();
    }

    @Test
    @DisplayName("takes passwords, tickets and sessions of all who had not confirmed it, and joins none of them")
    void revoked() {
        User one = account("1");
        User two = account("2");

        LoginResult.Accepted login = login();

        assertThat(login.outcome()).isEqualTo(LoginOutcome.CREATED);
        assertThat(hasPassword(one)).isFalse();
        assertThat(hasPassword(two)).isFalse();
        assertThat(world.store.credentials().find(one.primaryIdentity().key()).flatMap(Credential::revokedAt))
                .hasValue(world.clock.instant());
        assertThat(hasTicket()).isFalse();
        assertThat(ended)
                .containsExactlyInAnyOrder(
                        one.id().value() + " " + SessionEnd.ADOPTED, two.id().value() + " " + SessionEnd.ADOPTED);
        assertThat(world.now(one)).isEqualTo(one);
    }

    @Test
    @DisplayName("takes nothing again at the next login")
    void once() {
        account("1");
        login();
        ended.clear();

        login();

        assertThat(ended).isEmpty();
    }

    @Test
    @DisplayName("takes nothing in a preview")
    void preview() {
        User user = account("1");

        LoginResult.Accepted preview =
                logins.preview(World.loginOf("company", PROOF)).accepted().orElseThrow();

        assertThat(preview.revoked()).containsExactly(user.id());
        assertThat(hasPassword(user)).isTrue();
        assertThat(hasTicket()).isTrue();
        assertThat(ended).isEmpty();
    }

    @Test
    @DisplayName("takes nothing from a user who has confirmed the address meanwhile")
    void confirmedMeanwhile() {
        User user = account("1");
        confirm(user);

        new AdoptedAddresses(world.store, (ended, why) -> {}, world.clock).revoke(List.of(user.id()));

        assertThat(hasPassword(user)).isTrue();
        assertThat(hasTicket()).isTrue();
    }

    @Test
    @DisplayName("joins no user whose password was there before the address was confirmed")
    void olderPassword() {
        World trusting = trusting();
        User user = account("1");
        world.later();
        confirmByOwner(trusting);

        assertThat(trusting.login("company", PROOF).after().id()).isNotEqualTo(user.id());
        assertThat(hasPassword(user)).isTrue();
    }

    @Test
    @DisplayName("joins the user whose password was chosen since, or who has none")
    void newerPassword() {
        World trusting = trusting();
        User user = account("1");
        confirmByOwner(trusting);
        world.later();
        Credential credential =
                world.store.credentials().find(user.primaryIdentity().key()).orElseThrow();
        world.store.credentials().write(credential.withPassword("newer", world.clock.instant()));

        assertThat(trusting.login("company", PROOF).after().id()).isEqualTo(user.id());
    }

    /** The database's own word on addresses is good for linking. */
    private World trusting() {
        return world.configured(
                Tables.connection(Tables.DATABASE)
                        .syncPolicy(dev.onoma.core.connection.SyncPolicy.ON_EACH_LOGIN)
                        .trustForLinking(),
                Tables.connection(Tables.COMPANY)
                        .linkPolicy(LinkPolicy.AUTOMATIC)
                        .trustForLinking());
    }

    private static void confirmByOwner(World trusting) {
        trusting.login("database", "{'sub':'1','email':'ada@example.org','email_verified':true}");
    }

    @Test
    @DisplayName("that is good for known identities alone creates nobody, and takes nothing")
    void onlyKnown() {
        User user = account("1");

        LoginResult result =
                logins.login(World.loginOf("company", PROOF).ip("192.0.2.1").onlyKnown());

        assertThat(result.refusal().orElseThrow().code()).isEqualTo(RefusalCode.UNKNOWN_USER);
        assertThat(result.refusal().orElseThrow().publicCode()).isEqualTo("login_refused");
        assertThat(world.find("company|c")).isEmpty();
        assertThat(hasPassword(user)).isTrue();
        assertThat(ended).isEmpty();
    }

    @Test
    @DisplayName("that is good for known identities alone is a login like any other of a user who is known")
    void onlyKnownKnown() {
        User user = login().after();

        assertThat(logins.login(World.loginOf("company", PROOF).onlyKnown())
                        .orElseThrow()
                        .id())
                .isEqualTo(user.id());
        world.administration().delete(user.id()).orElseThrow();
        assertThat(logins.login(World.loginOf("company", PROOF).onlyKnown()).refusal())
                .isPresent();
        assertThat(world.store.find(user.id())).isEmpty();
    }
}
