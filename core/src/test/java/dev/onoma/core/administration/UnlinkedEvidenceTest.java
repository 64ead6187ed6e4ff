package dev.onoma.core.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a person merely typed is not believed more for having been stored")
class UnlinkedEvidenceTest {
    private final World world = World.of(
            Tables.connection(Tables.SOCIAL), Tables.connection(Tables.COMPANY), Tables.connection(Tables.DATABASE));

    private User unlinked(LoginResult.Accepted secondary, String connection, String subject) {
        User user = world.linked(world.login("social", "{'sub':'1'}"), secondary);
        return world.administration()
                .unlink(user.id(), new IdentityKey(connection, subject))
                .orElseThrow()
                .other()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "L4 M4: an address that was typed at signup, with a flag beside it, is unverified after unlinking, too")
    void signup() {
        LoginResult.Accepted signup = world.login(Login.of(
                "database",
                Claims.of(
                        World.json("{'sub':'d','email':'victim@example.org','email_verified':true}"),
                        Evidence.SIGNUP)));
        assertThat(signup.after().isEmailVerified()).isFalse();

        User fresh = unlinked(signup, "database", "d");

        assertThat(fresh.isEmailVerified()).isFalse();
    }

    @Test
    @DisplayName("L4 M4: an address from an unsigned form does not become the fresh user's verified address")
    void unsignedForm() {
        LoginResult.Accepted login = world.login(Login.of(
                "company",
                World.userinfo("{'sub':'c'}")
                        .and(Claims.of(
                                World.json("{'email':'victim@example.org','email_verified':true}"),
                                Evidence.UNSIGNED_FORM))));
        assertThat(login.after().email()).isEmpty();

        User fresh = unlinked(login, "company", "c");

        assertThat(fresh.isEmailVerified()).isFalse();
    }

    @Test
    @DisplayName("L4: an address that a provider verified is verified for the fresh user, too")
    void verifiedByProvider() {
        String claims = "{'sub':'c','email':'a@example.com','email_verified':true}";

        User fresh = unlinked(world.login("company", claims), "company", "c");

        assertThat(fresh.isEmailVerified()).isTrue();
    }

    @Test
    @DisplayName("L4 M4: the flag of one source does not verify the address of another, unlinked or not")
    void flagOfAnotherSource() {
        LoginResult.Accepted login = world.login(Login.of(
                "company",
                Claims.of(World.json("{'sub':'c','email':'victim@example.org'}"), Evidence.VERIFIED_ID_TOKEN)
                        .and(World.userinfo("{'sub':'c','email':'other@example.org','email_verified':true}"))));
        assertThat(login.after().isEmailVerified()).isFalse();

        User fresh = unlinked(login, "company", "c");

        assertThat(fresh.email()).contains("victim@example.org");
        assertThat(fresh.isEmailVerified()).isFalse();
    }
}
