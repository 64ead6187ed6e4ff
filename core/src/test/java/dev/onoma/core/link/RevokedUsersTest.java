package dev.onoma.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Users who signed up with an address that turns out to be somebody else's")
class RevokedUsersTest {
    private static final String VERIFIED = "{'sub':'c','email':'ada@example.org','email_verified':true}";

    private static World world(LinkPolicy policy) {
        return World.of(
                Tables.connection(Tables.DATABASE),
                Tables.connection(Tables.SOCIAL),
                Tables.connection(Tables.COMPANY).linkPolicy(policy).trustForLinking());
    }

    private static User signup(World world) {
        return world.login("database", "{'sub':'d','email':'Ada@example.org'}").after();
    }

    @Test
    @DisplayName(
            "L3 I-13: a verified claim on an automatic connection revokes an unconfirmed database user, who stays apart")
    void revoked() {
        World world = world(LinkPolicy.AUTOMATIC);
        User hijacker = signup(world);

        LoginResult.Accepted login = world.login("company", VERIFIED);

        assertThat(login.revoked()).containsExactly(hijacker.id());
        assertThat(login.outcome()).isEqualTo(LoginOutcome.CREATED);
        assertThat(world.now(hijacker)).isEqualTo(hijacker);
    }

    @Test
    @DisplayName("L3: a claim that is not verified revokes nobody")
    void notVerified() {
        World world = world(LinkPolicy.AUTOMATIC);
        signup(world);

        assertThat(world.login("company", VERIFIED.replace("true", "false")).revoked())
                .isEmpty();
    }

    @Test
    @DisplayName("L3: a connection that is not automatic revokes nobody")
    void notAutomatic() {
        World world = world(LinkPolicy.PROPOSE);
        signup(world);

        assertThat(world.login("company", VERIFIED).revoked()).isEmpty();
    }

    @Test
    @DisplayName("L3: a database user who confirmed the address is not revoked")
    void confirmed() {
        World world = world(LinkPolicy.AUTOMATIC);
        world.adminEdits(signup(world), "{'set':{'email_verified':true}}").orElseThrow();

        assertThat(world.login("company", VERIFIED).revoked()).isEmpty();
    }

    @Test
    @DisplayName("L3: a user without a database identity has no password to revoke; one among several is enough")
    void databaseIdentity() {
        World world = world(LinkPolicy.AUTOMATIC);
        User social =
                world.login("social", "{'sub':'1','email':'ada@example.org'}").after();
        assertThat(world.login("company", VERIFIED).revoked()).isEmpty();

        world.linked(
                world.login("social", "{'sub':'1','email':'ada@example.org'}"), world.login("database", "{'sub':'e'}"));

        assertThat(world.login("company", VERIFIED.replace("'c'", "'f'")).revoked())
                .containsExactly(social.id());
    }

    @Test
    @DisplayName("L1: an identity that is known revokes nobody")
    void known() {
        World world = world(LinkPolicy.AUTOMATIC);
        world.login("company", VERIFIED);
        signup(world);

        assertThat(world.login("company", VERIFIED).revoked()).isEmpty();
    }
}
