package dev.onoma.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.DuplicateIdentityException;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserIdTakenException;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.LoginEvent;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about deleting users, and what stays of a blocked one. */
public abstract class DeletionContract extends UserStorePart {
    /** The part, over stores. */
    protected DeletionContract(Stores stores) {
        super(stores);
    }

    private StoredUser blocked() {
        return inserted(SampleUsers.complete().toBuilder().blocked(true).build());
    }

    private User tombstone() {
        StoredUser stored = blocked();
        store().write(new UserChange.Delete(stored));
        return stored.user();
    }

    @Test
    @DisplayName("L7: deleting frees the id and all identities, which may come again")
    void deleteFrees() {
        StoredUser stored = inserted(SampleUsers.complete());

        store().write(new UserChange.Delete(stored));

        isGone(stored.user());
        assertThat(inserted(SampleUsers.complete()).user()).isEqualTo(SampleUsers.complete());
        leadsTo(stored.user());
    }

    @Test
    @DisplayName("L7: a user that is made anew has nothing of the one that was deleted")
    void successorHasNothing() {
        StoredUser stored = inserted(SampleUsers.complete());
        store().write(new UserChange.Delete(stored));
        User bare = SampleUsers.with(
                stored.user().id(),
                SampleUsers.identity(
                        "google-oauth2", stored.user().primaryIdentity().subject()));

        assertThat(inserted(bare).user()).isEqualTo(bare);
        assertThat(store().find(stored.user().identities().get(1).key())).isEmpty();
    }

    @Test
    @DisplayName("T2: deleting a user that has changed throws StaleUserException, and it stays")
    void staleDelete() {
        StoredUser stored = inserted(SampleUsers.complete());
        updated(stored, SampleUsers.named(stored.user(), "Ada"));

        refuses(StaleUserException.class, new UserChange.Delete(stored), stored.user());
    }

    @Test
    @DisplayName("T2: deleting a user twice throws StaleUserException")
    void deleteTwice() {
        StoredUser stored = inserted(SampleUsers.complete());
        store().write(new UserChange.Delete(stored));

        refuses(StaleUserException.class, new UserChange.Delete(stored), stored.user());
    }

    @Test
    @DisplayName("T2: a touch since it was read does not keep a user from being deleted")
    void touchedDelete() {
        StoredUser stored = inserted(SampleUsers.complete());
        touch(stored.user(), SampleUsers.LATER);

        store().write(new UserChange.Delete(stored));

        isGone(stored.user());
    }

    @Test
    @DisplayName("L7: deleting a blocked user leaves a tombstone, found by its id and all identities")
    void blockedLeavesTombstone() {
        User user = tombstone();

        assertThat(reopened().find(user.id()).map(StoredUser::isTombstone)).contains(true);
        for (Identity identity : user.identities()) {
            Optional<StoredUser> found = reopened().find(identity.key());
            assertThat(found.map(StoredUser::isTombstone)).contains(true);
            assertThat(found.map(stored -> stored.user().id())).contains(user.id());
        }
    }

    @Test
    @DisplayName("L7: deleting a user that is kept out by its primary identity leaves a tombstone with its id")
    void keptOutByPrimary() {
        StoredUser stored = inserted(SampleUsers.complete());
        IdentityKey kept = stored.user().primaryIdentity().key();

        store().write(new UserChange.Delete(stored, List.of(), List.of(kept)));

        StoredUser left = reopened().find(kept).orElseThrow();
        assertThat(left.isTombstone()).isTrue();
        assertThat(left.user().id()).isEqualTo(stored.user().id());
        assertThat(left.user().isBlocked()).isFalse();
        assertThat(left.user().identities()).extracting(Identity::key).containsExactly(kept);
        assertThat(store().find(stored.user().identities().get(1).key())).isEmpty();
    }

    @Test
    @DisplayName(
            "L7: deleting a user that is kept out by another identity frees its id, and leaves one of that identity")
    void keptOutBySecondary() {
        StoredUser stored = inserted(SampleUsers.complete());
        Identity kept = stored.user().identities().get(1);

        store().write(new UserChange.Delete(stored, List.of(), List.of(kept.key())));

        StoredUser left = reopened().find(kept.key()).orElseThrow();
        assertThat(left.isTombstone()).isTrue();
        assertThat(left.user().id()).isEqualTo(UserId.from(kept.provider(), kept.key()));
        assertThat(left.user().identities()).containsExactly(kept.withProfileData(JsonObject.EMPTY));
        assertThat(store().find(stored.user().id())).isEmpty();
        assertThat(store().find(stored.user().primaryIdentity().key())).isEmpty();
        User again = SampleUsers.with(
                stored.user().id(),
                SampleUsers.identity(
                        "google-oauth2", stored.user().primaryIdentity().subject()));
        assertThat(inserted(again).user()).isEqualTo(again);
    }

    @Test
    @DisplayName("L7: a tombstone holds nothing personal: no attributes, claims, metadata, counters or addresses")
    void tombstoneIsBare() {
        User left = read(tombstone()).user();

        assertThat(left.root()).as("root attributes").isEqualTo(RootAttributes.NONE);
        assertThat(left.identities())
                .as("identities")
                .allSatisfy(identity -> assertThat(identity.profileData()).isEqualTo(JsonObject.EMPTY));
        assertThat(left.userMetadata()).as("user_metadata").isEqualTo(JsonObject.EMPTY);
        assertThat(left.appMetadata()).as("app_metadata").isEqualTo(JsonObject.EMPTY);
        assertThat(left.counters()).as("counters").isEqualTo(LoginCounters.NONE);
        assertThat(left.isBlocked()).as("blocked").isTrue();
    }

    @Test
    @DisplayName("L7: a tombstone is no candidate for anybody's address")
    void tombstoneIsNoCandidate() {
        String address = tombstone().email().orElseThrow();

        assertThat(store().candidates(EmailAddress.parse(address).orElseThrow(), 10))
                .isEmpty();
    }

    @Test
    @DisplayName("L7: a tombstone keeps its identities and its id from being taken")
    void tombstoneKeepsItsKeys() {
        User user = tombstone();
        User byIdentity =
                SampleUsers.with(UserId.of("facebook|other"), user.identities().get(1));
        User byId = SampleUsers.with(user.id(), SampleUsers.identity("twitter", "other"));

        refuses(DuplicateIdentityException.class, new UserChange.Insert(byIdentity), user, byIdentity);
        refuses(UserIdTakenException.class, new UserChange.Insert(byId), user, byId);
    }

    @Test
    @DisplayName("L7: what was read before does not bring a tombstone back to life")
    void tombstoneStaysDead() {
        StoredUser stored = blocked();
        store().write(new UserChange.Delete(stored));

        refuses(
                StaleUserException.class,
                new UserChange.Update(stored, SampleUsers.named(stored.user(), "Ada"), Optional.empty()),
                stored.user());
    }

    @Test
    @DisplayName("L7: a touch of a tombstone throws StaleUserException, and leaves no trace of the login")
    void tombstoneCountsNothing() {
        User user = tombstone();
        LoginEvent login = new LoginEvent(SampleUsers.LATER, Optional.of("192.0.2.1"));

        refuses(StaleUserException.class, new UserChange.Touch(user.id(), login), user);
    }

    @Test
    @DisplayName("L7: a touch of a tombstone that another identity left throws StaleUserException")
    void tombstoneOfSecondaryCountsNothing() {
        StoredUser stored = inserted(SampleUsers.complete());
        IdentityKey kept = stored.user().identities().get(1).key();
        store().write(new UserChange.Delete(stored, List.of(), List.of(kept)));
        User left = store().find(kept).orElseThrow().user();
        LoginEvent login = new LoginEvent(SampleUsers.LATER, Optional.of("192.0.2.1"));

        refuses(StaleUserException.class, new UserChange.Touch(left.id(), login), left);
    }

    @Test
    @DisplayName("L7: deleting a tombstone frees its id and all identities")
    void tombstoneGoes() {
        User user = tombstone();

        store().write(new UserChange.Delete(read(user)));

        isGone(user);
        assertThat(inserted(SampleUsers.complete()).isTombstone()).isFalse();
    }
}
