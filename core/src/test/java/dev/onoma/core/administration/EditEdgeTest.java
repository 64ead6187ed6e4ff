package dev.onoma.core.administration;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.user.User;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Edits and results are values")
class EditEdgeTest {
    private final World world = World.of(Tables.connection(Tables.DATABASE));
    private User user;

    @BeforeEach
    void signedUp() {
        user = world.login("database", "{'sub':'1'}").after();
    }

    @Test
    @DisplayName("An edit stays as it was built, whatever its builder is used for next")
    void builtOnce() {
        AdministratorEdit.Builder admin = AdministratorEdit.builder().set(NAME, "First");
        AdministratorEdit first = admin.build();
        admin.set(NAME, "Second").userMetadata(World.json("{'a':1}"));
        SelfServiceEdit.Builder own = SelfServiceEdit.builder().set(NAME, "Third");
        SelfServiceEdit third = own.build();
        own.remove(NAME);

        world.administration().edit(user.id(), first).orElseThrow();
        assertThat(world.now(user).name()).hasValue("First");
        assertThat(world.now(user).userMetadata().isEmpty()).isTrue();
        world.selfService().edit(user.id(), third).orElseThrow();
        assertThat(world.now(user).name()).hasValue("Third");
    }

    @Test
    @DisplayName("L7: forgetting that a deleted user was blocked is a change")
    void forgettingIsAChange() {
        world.administration().block(user.id()).orElseThrow();
        world.administration().delete(user.id()).orElseThrow();

        assertThat(world.administration().unblock(user.id()).orElseThrow().isChange())
                .isTrue();
    }

    @Test
    @DisplayName("M2: a member that no edit has is not quoted back, for it may be anything")
    void unknownMember() {
        assertThat(world.userEdits(user, "{'zq7':1}").refusal().orElseThrow().message())
                .doesNotContain("zq7");
    }
}
