package dev.onoma.core.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.MovableClock;
import dev.onoma.core.world.Tables;
import dev.onoma.core.world.World;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Blocking, unblocking and deleting users")
class BlockingTest {
    private final World world = World.of(Tables.connection(Tables.SOCIAL));
    private final Administration administration = world.administration();
    private User user;

    @BeforeEach
    void signedUp() {
        user = world.login("social", "{'sub':'1','name':'Ada','email':'ada@example.org'}")
                .after();
        world.later();
    }

    @Test
    @DisplayName("S9: blocking changes the block and updated_at, and nothing else")
    void block() {
        ChangeResult.Done done = administration.block(user.id()).orElseThrow();

        assertThat(done.before()).hasValue(user);
        assertThat(done.after()).hasValue(world.now(user));
        assertThat(world.now(user))
                .isEqualTo(user.toBuilder()
                        .blocked(true)
                        .updatedAt(world.clock.instant())
                        .build());
    }

    @Test
    @DisplayName("S10: blocking a blocked user, or unblocking another, is no change")
    void again() {
        assertThat(administration.unblock(user.id()).orElseThrow().isChange()).isFalse();
        administration.block(user.id()).orElseThrow();
        User blocked = world.now(user);
        world.later();

        assertThat(administration.block(user.id()).orElseThrow().isChange()).isFalse();
        assertThat(world.now(user)).isEqualTo(blocked);
    }

    @Test
    @DisplayName("S9: unblocking gives the user back as it was")
    void unblock() {
        administration.block(user.id()).orElseThrow();
        world.later();

        administration.unblock(user.id()).orElseThrow();

        assertThat(world.now(user))
                .isEqualTo(user.toBuilder().updatedAt(world.clock.instant()).build());
    }

    @Test
    @DisplayName("L7: deleting removes the user with its identities, and returns it")
    void delete() {
        ChangeResult.Done done = administration.delete(user.id()).orElseThrow();

        assertThat(done.before()).hasValue(user);
        assertThat(done.after()).isEmpty();
        assertThat(done.isChange()).isTrue();
        assertThat(administration.find(user.id())).isEmpty();
        assertThat(world.store.find(user.primaryIdentity().key())).isEmpty();
        assertThat(world.login("social", "{'sub':'1'}").after().counters().logins())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("L7: of a blocked user a tombstone is left, with id and identities and nothing personal")
    void tombstone() {
        administration.block(user.id()).orElseThrow();
        administration.delete(user.id()).orElseThrow();

        StoredUser stored = world.store.find(user.id()).orElseThrow();
        assertThat(stored.isTombstone()).isTrue();
        assertThat(stored.user().root().toString()).isEqualTo("RootAttributes[]");
        assertThat(stored.user().primaryIdentity().key())
                .isEqualTo(user.primaryIdentity().key());
        assertThat(stored.user().primaryIdentity().profileData()).isEqualTo(JsonObject.EMPTY);
        assertThat(stored.user().counters()).isEqualTo(LoginCounters.NONE);
        assertThat(stored.user().userMetadata()).isEqualTo(JsonObject.EMPTY);
        assertThat(stored.user().createdAt()).isEqualTo(MovableClock.START);
    }

    @Test
    @DisplayName(
            "L7: a tombstone is no user: not found, not listed, no candidate, not to be edited, blocked or deleted")
    void tombstoneIsNoUser() {
        administration.block(user.id()).orElseThrow();
        administration.delete(user.id()).orElseThrow();

        assertThat(administration.find(user.id())).isEmpty();
        assertThat(world.store.list(Optional.empty(), 10)).isEmpty();
        assertThat(world.store.candidates(EmailAddress.parse("ada@example.org").orElseThrow(), 10))
                .isEmpty();
        assertThat(administration.delete(user.id()).refusal()).isPresent();
        assertThat(administration.block(user.id()).refusal()).isPresent();
        assertThat(world.adminEdits(user, "{}").refusal()).isPresent();
        assertThat(administration
                        .unlink(user.id(), user.primaryIdentity().key())
                        .refusal())
                .isPresent();
        assertThat(world.store.find(user.id()).orElseThrow().isTombstone()).isTrue();
    }

    @Test
    @DisplayName("L7: unblocking the id of a user that was deleted while blocked forgets it")
    void forget() {
        administration.block(user.id()).orElseThrow();
        administration.delete(user.id()).orElseThrow();

        ChangeResult.Done done = administration.unblock(user.id()).orElseThrow();

        assertThat(done.before()).isEmpty();
        assertThat(done.after()).isEmpty();
        assertThat(world.store.find(user.id())).isEmpty();
        assertThat(administration.unblock(user.id()).refusal()).isPresent();
    }

    @Test
    @DisplayName("Refused: a user that does not exist")
    void unknown() {
        UserId nobody = UserId.of("social|9");
        Optional<Refusal> refusal = Optional.of(new Refusal(RefusalCode.USER_NOT_FOUND, "no user has that id"));

        assertThat(administration.block(nobody).refusal()).isEqualTo(refusal);
        assertThat(administration.unblock(nobody).refusal()).isEqualTo(refusal);
        assertThat(administration.delete(nobody).refusal()).isEqualTo(refusal);
    }
}
