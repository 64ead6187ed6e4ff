package dev.onoma.core.sync;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.SyncPolicy;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Logins through an identity that is not the primary one")
class SecondaryIdentityTest {
    private final World world = World.of(Tables.connection(Tables.SOCIAL), Tables.connection(Tables.COMPANY));
    private User user;

    @BeforeEach
    void linked() {
        user = world.linked(
                world.login("social", "{'sub':'1','name':'Ada','email':'ada@example.org'}"),
                world.login("company", "{'sub':'c','name':'A. Lovelace','email':'a@example.com'}"));
        world.later();
    }

    @Test
    @DisplayName("S6: it writes no root attribute, and says why")
    void writesNothing() {
        LoginResult.Accepted login =
                world.login("company", "{'sub':'c','name':'Other','family_name':'L','given_name':null}");

        assertThat(login.after().root()).isEqualTo(user.root());
        assertThat(login.decisions())
                .extracting(Decision::toString)
                .containsExactly(
                        "name kept by S6 (on_each_login: only a login through the primary identity writes root"
                                + " attributes)",
                        "given_name kept by S6 (on_each_login: only a login through the primary identity writes root"
                                + " attributes)",
                        "family_name kept by S6 (on_each_login: only a login through the primary identity writes root"
                                + " attributes)",
                        "nickname kept by S6 (on_each_login: only a login through the primary identity writes root"
                                + " attributes)",
                        "email kept by S6 (on_each_login: only a login through the primary identity writes root"
                                + " attributes)");
    }

    @Test
    @DisplayName("S6 M11: it replaces the claims of its own identity whole, and no other's")
    void refreshesItsClaims() {
        LoginResult.Accepted login = world.login("company", "{'sub':'c','name':'Other'}");

        assertThat(login.outcome()).isEqualTo(LoginOutcome.UPDATED);
        assertThat(login.after()
                        .identity(new IdentityKey("company", "c"))
                        .orElseThrow()
                        .profileData())
                .isEqualTo(World.json("{'sub':'c','name':'Other'}"));
        assertThat(login.after().primaryIdentity()).isEqualTo(user.primaryIdentity());
        assertThat(world.now(user).updatedAt()).isEqualTo(world.clock.instant());
    }

    @Test
    @DisplayName("S6 S10: with the same claims as before it is a touch of the one user")
    void touches() {
        LoginResult.Accepted login = world.login("company", "{'sub':'c','name':'A. Lovelace','email':'a@example.com'}");

        assertThat(login.outcome()).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(world.now(user).counters().logins()).isEqualTo(2);
        assertThat(world.now(user).updatedAt()).isEqualTo(user.updatedAt());
    }

    @Test
    @DisplayName("S6: the identity is what counts, not the connection: two of one connection are not both primary")
    void sameConnection() {
        User two = world.linked(
                world.login("social", "{'sub':'2','name':'Two'}"), world.login("social", "{'sub':'3','name':'Three'}"));

        assertThat(world.login("social", "{'sub':'3','name':'Changed'}").after().name())
                .hasValue("Two");
        assertThat(world.login("social", "{'sub':'2','name':'Changed'}").after().name())
                .hasValue("Changed");
        assertThat(world.now(two).identities()).hasSize(2);
    }

    @Test
    @DisplayName("S4 S6: a known secondary identity logs in under never_on_login, too")
    void neverOnLogin() {
        World strict = world.configured(
                Tables.connection(Tables.SOCIAL),
                Tables.connection(Tables.COMPANY).syncPolicy(SyncPolicy.NEVER_ON_LOGIN));

        assertThat(strict.login("company", "{'sub':'c'}").after().text(NAME)).hasValue("Ada");
    }
}
