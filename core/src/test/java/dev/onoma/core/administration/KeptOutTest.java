package dev.onoma.core.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Deleted users at connections that keep them out")
class KeptOutTest {
    private static final String ADA = "{'sub':'1','name':'Ada'}";
    private static final String ADA_ELSEWHERE = "{'sub':'2','name':'Ada'}";

    private final World world =
            World.of(Connection.of("old", Tables.SOCIAL).keepDeletedOut(), Connection.of("other", Tables.SOCIAL));
    private final Administration administration = world.administration();

    private RefusalCode refused(String connection, String claims) {
        return world.refused(connection, claims).refusal().orElseThrow().code();
    }

    @Test
    @DisplayName("L7: the identity of a deleted user stays refused, and the user is gone")
    void deleted() {
        UserId id = world.login("old", ADA).after().id();

        administration.delete(id).orElseThrow();

        assertThat(refused("old", ADA)).isEqualTo(RefusalCode.USER_DELETED);
        assertThat(administration.find(id)).isEmpty();
        assertThat(world.store.find(id).map(StoredUser::isTombstone)).hasValue(true);
    }

    @Test
    @DisplayName("L7: elsewhere a deleted user comes back as somebody new")
    void elsewhere() {
        UserId id = world.login("other", ADA).after().id();

        administration.delete(id).orElseThrow();

        assertThat(world.login("other", ADA).before()).isEmpty();
    }

    @Test
    @DisplayName("L7: of a user with several identities only those there stay refused, whatever the primary is")
    void linked() {
        User primary = world.login("other", ADA_ELSEWHERE).after();
        IdentityKey kept = new IdentityKey("old", "1");
        world.linked(world.login("other", ADA_ELSEWHERE), world.login("old", ADA));

        administration.delete(primary.id()).orElseThrow();

        assertThat(refused("old", ADA)).isEqualTo(RefusalCode.USER_DELETED);
        User again = world.login("other", ADA_ELSEWHERE).after();
        assertThat(again.id()).isEqualTo(primary.id());
        assertThat(again.identity(kept)).isEmpty();
    }

    @Test
    @DisplayName("L7: unblocking the id of a deleted user lets the identity come back")
    void unblocked() {
        UserId id = world.login("old", ADA).after().id();
        administration.delete(id).orElseThrow();

        administration.unblock(id).orElseThrow();

        assertThat(world.login("old", ADA).before()).isEmpty();
    }

    @Test
    @DisplayName("L7: who was blocked when deleted is refused as blocked")
    void blocked() {
        UserId id = world.login("old", ADA).after().id();
        administration.block(id).orElseThrow();

        administration.delete(id).orElseThrow();

        assertThat(refused("old", ADA)).isEqualTo(RefusalCode.USER_BLOCKED);
    }
}
