package dev.onoma.core.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What goes beside users: names, passwords, tickets and sessions")
class LoginNamesTest {
    private static final String HASH = "a".repeat(64);

    private final World world = World.of(Tables.connection(Tables.DATABASE), Tables.connection(Tables.SOCIAL));
    private final List<String> ended = new ArrayList<>();
    private final Administration administration =
            world.administration().sessions((user, why) -> ended.add(user.value() + " " + why));

    private User account(String subject, String email) {
        User user = world.login(
                        "database", "{'sub':'" + subject + "','email':'" + email + "','username':'" + subject + "'}")
                .after();
        world.store.credentials().write(Credential.of(key(user), user.root()).withPassword("hash", user.createdAt()));
        ticket(key(user));
        return user;
    }

    private void ticket(IdentityKey key) {
        world.store
                .tickets()
                .put(new Ticket(
                        HASH,
                        TicketPurpose.RESET_PASSWORD,
                        key,
                        "ada@example.org",
                        world.clock.instant(),
                        world.clock.instant().plusSeconds(60)));
    }

    private boolean hasTicket() {
        return world.store
                .tickets()
                .find(HASH, TicketPurpose.RESET_PASSWORD, world.clock.instant())
                .isPresent();
    }

    private static IdentityKey key(User user) {
        return user.primaryIdentity().key();
    }

    private Optional<Credential> named(String email) {
        return world.store.credentials().find("database", LoginName.of(EmailAddress.of(email)));
    }

    @Test
    @DisplayName(
            "an edit of the address renames the credential, tells the claims, makes tickets void, and ends sessions")
    void renamed() {
        User user = account("ada", "ada@example.org");

        ChangeResult.Done done = administration
                .edit(user.id(), AdministratorEdit.from(World.json("{'set':{'email':'new@example.org'}}")))
                .orElseThrow();

        assertThat(named("ada@example.org")).isEmpty();
        assertThat(named("new@example.org").flatMap(Credential::password)).isPresent();
        assertThat(done.after()).hasValue(world.now(user));
        assertThat(world.now(user).primaryIdentity().profileData())
                .isEqualTo(World.json("{'sub':'ada','username':'ada','email':'new@example.org'}"));
        assertThat(hasTicket()).isFalse();
        assertThat(ended).containsExactly(user.id().value() + " EMAIL_CHANGED");
    }

    @Test
    @DisplayName("an edit of an address that nobody logs in with here ends no session, nor does any other edit")
    void otherSessions() {
        User elsewhere =
                world.login("database", "{'sub':'1','email':'ada@example.org'}").after();
        User user = account("eve", "eve@example.org");

        for (User edited : List.of(elsewhere, user)) {
            administration
                    .edit(edited.id(), AdministratorEdit.from(World.json("{'set':{'name':'Ada'}}")))
                    .orElseThrow();
        }
        administration
                .edit(elsewhere.id(), AdministratorEdit.from(World.json("{'set':{'email':'new@example.org'}}")))
                .orElseThrow();

        assertThat(ended).isEmpty();
    }

    @Test
    @DisplayName("an address that is removed, or replaced, takes its flag out of the claims: it was another's")
    void flag() {
        User user = world.login("database", "{'sub':'1','email':'ada@example.org','email_verified':true}")
                .after();
        world.store.credentials().write(Credential.of(key(user), user.root()));

        world.adminEdits(user, "{'set':{'email':'new@example.org'}}").orElseThrow();
        assertThat(world.now(user).primaryIdentity().profileData())
                .isEqualTo(World.json("{'sub':'1','email':'new@example.org'}"));
        world.adminEdits(user, "{'set':{'email':null}}").orElseThrow();
        assertThat(world.now(user).primaryIdentity().profileData()).isEqualTo(World.json("{'sub':'1'}"));
        assertThat(named("new@example.org")).isEmpty();
    }

    @Test
    @DisplayName("a user name renames likewise, and leaves tickets to the address as they are")
    void username() {
        User user = account("ada", "ada@example.org");

        world.userEdits(user, "{'set':{'username':'Lovelace'}}").orElseThrow();

        assertThat(world.store.credentials().find("database", LoginName.username("lovelace")))
                .isPresent();
        assertThat(hasTicket()).isTrue();
    }

    @Test
    @DisplayName("a name that another user of the connection has is refused, and nothing is applied")
    void taken() {
        User user = account("ada", "ada@example.org");
        account("eve", "eve@example.org");

        ChangeResult result =
                world.adminEdits(user, "{'set':{'email':'EVE@example.org','name':'Ada'},'app_metadata':{'a':1}}");

        assertThat(result.refusal().map(Refusal::code)).hasValue(RefusalCode.LOGIN_NAME_TAKEN);
        assertThat(result.refusal().orElseThrow().message()).doesNotContain("eve", "EVE");
        assertThat(world.now(user)).isEqualTo(user);
        assertThat(named("ada@example.org").map(Credential::identity)).hasValue(key(user));
    }

    @Test
    @DisplayName("any other edit leaves credential, claims and tickets alone")
    void otherEdit() {
        User user = account("ada", "ada@example.org");
        long version = named("ada@example.org").orElseThrow().version();

        world.adminEdits(user, "{'set':{'name':'Ada','email_verified':true}}").orElseThrow();

        assertThat(named("ada@example.org").orElseThrow().version()).isEqualTo(version);
        assertThat(world.now(user).identities()).isEqualTo(user.identities());
        assertThat(hasTicket()).isTrue();
    }

    @Test
    @DisplayName("blocking makes tickets void and ends sessions, again if asked again; unblocking does neither")
    void blocked() {
        User user = account("ada", "ada@example.org");

        administration.block(user.id()).orElseThrow();
        assertThat(hasTicket()).isFalse();
        ticket(key(user));
        administration.block(user.id()).orElseThrow();
        assertThat(hasTicket()).isFalse();
        administration.unblock(user.id()).orElseThrow();

        assertThat(ended)
                .containsExactly(user.id().value() + " BLOCKED", user.id().value() + " BLOCKED");
        assertThat(named("ada@example.org").flatMap(Credential::password)).isPresent();
    }

    @Test
    @DisplayName("L7: deleting takes credentials and tickets, frees the names, and ends sessions")
    void deleted() {
        User user = account("ada", "ada@example.org");

        administration.delete(user.id()).orElseThrow();

        assertThat(world.store.credentials().find(key(user))).isEmpty();
        assertThat(named("ada@example.org")).isEmpty();
        assertThat(hasTicket()).isFalse();
        assertThat(ended).containsExactly(user.id().value() + " DELETED");
    }

    @Test
    @DisplayName("L7: so does deleting a blocked user, of whom a tombstone stays")
    void tombstone() {
        User user = account("ada", "ada@example.org");
        administration.block(user.id()).orElseThrow();

        administration.delete(user.id()).orElseThrow();

        assertThat(world.store.find(user.id())).isPresent();
        assertThat(world.store.credentials().find(key(user))).isEmpty();
        assertThat(named("ada@example.org")).isEmpty();
    }

    @Test
    @DisplayName(
            "L4: a credential stays with its identity when users are linked and unlinked; tickets end, sessions too")
    void linked() {
        User user = account("ada", "ada@example.org");
        LoginResult.Accepted social = world.login("social", "{'sub':'1'}");
        User both = world.linked(
                social, world.login("database", "{'sub':'ada','email':'ada@example.org','username':'ada'}"));
        assertThat(named("ada@example.org").map(Credential::identity)).hasValue(key(user));

        administration.unlink(both.id(), key(user)).orElseThrow();

        assertThat(named("ada@example.org").flatMap(Credential::password)).isPresent();
        assertThat(hasTicket()).isFalse();
        assertThat(ended).containsExactly(both.id().value() + " UNLINKED");
    }

    @Test
    @DisplayName("what is refused ends no session")
    void refused() {
        administration.block(UserId.of("database|x"));
        administration.delete(UserId.of("database|x"));
        User user = account("ada", "ada@example.org");
        administration.unlink(user.id(), key(user));

        assertThat(ended).isEmpty();
        assertThat(hasTicket()).isTrue();
        assertThat(SessionEnd.values()).hasSize(6);
    }
}
