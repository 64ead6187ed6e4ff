package dev.onoma.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.link.LinkDecision.LinkProposed;
import dev.onoma.core.link.LinkDecision.NewUser;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Link policies never and propose")
class ProposedLinkTest {
    private static final String ADA = "{'sub':'1','email':'ada@example.org','email_verified':true}";

    private static World world(LinkPolicy policy) {
        return World.of(
                Tables.connection(Tables.SOCIAL),
                Tables.connection(Tables.COMPANY).linkPolicy(policy));
    }

    @Test
    @DisplayName("L2: by default nothing is linked by e-mail: an unknown identity makes a new user")
    void never() {
        World world = World.of(Tables.connection(Tables.SOCIAL), Tables.connection(Tables.COMPANY));
        User social = world.login("social", ADA).after();

        LoginResult.Accepted login = world.login("company", ADA);

        assertThat(login.outcome()).isEqualTo(LoginOutcome.CREATED);
        assertThat(login.after().id()).isNotEqualTo(social.id());
        assertThat(login.link().toJson()).isEqualTo(World.json("{'decision':'NewUser'}"));
        assertThat(login.revoked()).isEmpty();
    }

    @Test
    @DisplayName("L2: propose creates the user and names the candidates, masked, spelled as they may be")
    void propose() {
        World world = world(LinkPolicy.PROPOSE);
        User social = world.login("social", ADA.replace("ada@", "Ada@")).after();

        LoginResult.Accepted login = world.login("company", ADA.replace("true", "false"));

        assertThat(login.outcome()).isEqualTo(LoginOutcome.CREATED);
        LinkProposed proposed = (LinkProposed) login.link();
        assertThat(proposed.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.user()).isEqualTo(social.id());
            assertThat(candidate.handle()).matches("[0-9a-f]{24}");
        });
        assertThat(login.after().identities()).hasSize(1);
        assertThat(world.now(social)).isEqualTo(social);
    }

    @Test
    @DisplayName("L2: what a browser may see of a proposal are handles, and nothing that leads back to a user")
    void json() {
        World world = world(LinkPolicy.PROPOSE);
        world.login("social", ADA);

        LinkProposed proposed = (LinkProposed) world.login("company", ADA).link();

        String handle = proposed.candidates().get(0).handle();
        assertThat(proposed.toJson())
                .isEqualTo(World.json("{'decision':'LinkProposed','candidates':['" + handle + "']}"));
        assertThat(proposed.candidates().get(0)).hasToString("Candidate[" + handle + "]");
    }

    @Test
    @DisplayName("L2: with nobody to propose, it is a new user without a reason")
    void nobody() {
        World world = world(LinkPolicy.PROPOSE);
        world.login("social", ADA);

        assertThat(world.login("company", "{'sub':'2','email':'other@example.org'}")
                        .link())
                .isEqualTo(new NewUser(Optional.empty()));
        assertThat(world.login("company", "{'sub':'3'}").link()).isEqualTo(new NewUser(Optional.empty()));
    }

    @Test
    @DisplayName("L2: several users with the address are several candidates, twenty at most")
    void several() {
        World world = world(LinkPolicy.PROPOSE);
        for (int i = 0; i < 25; i++) {
            world.login("social", ADA.replace("'1'", "'" + i + "'"));
        }

        LinkProposed proposed = (LinkProposed) world.login("company", ADA).link();

        assertThat(proposed.candidates()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("L1: at the second login the identity is known, and nothing is proposed")
    void second() {
        World world = world(LinkPolicy.PROPOSE);
        world.login("social", ADA);
        world.login("company", ADA);

        assertThat(world.login("company", ADA).link().toJson())
                .isEqualTo(World.json("{'decision':'ExistingIdentity'}"));
    }
}
