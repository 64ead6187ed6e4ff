package dev.onoma.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.store.DuplicateIdentityException;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserIdTakenException;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about merging and splitting users. */
public abstract class LinkingContract extends UserStorePart {
    /** The part, over stores. */
    protected LinkingContract(Stores stores) {
        super(stores);
    }

    private StoredUser primary() {
        return inserted(SampleUsers.complete());
    }

    private StoredUser secondary() {
        User user = SampleUsers.addressed("2", "grace@example.org");
        return inserted(user.toBuilder()
                .identities(List.of(user.primaryIdentity(), SampleUsers.identity("twitter", "2")))
                .build());
    }

    private static UserChange.Merge merge(StoredUser primary, StoredUser secondary) {
        return new UserChange.Merge(primary, secondary, SampleUsers.joined(primary.user(), secondary.user()));
    }

    @Test
    @DisplayName("T3: a merge removes the secondary user, and its identities lead to the primary, in order")
    void mergeMovesIdentities() {
        StoredUser primary = primary();
        StoredUser secondary = secondary();

        store().write(merge(primary, secondary));

        User expected = SampleUsers.joined(primary.user(), secondary.user());
        assertThat(store().find(secondary.user().id())).as("the secondary user").isEmpty();
        assertThat(reopened().find(primary.user().id()).map(StoredUser::user)).contains(expected);
        leadsTo(expected);
    }

    @Test
    @DisplayName("L4: after a merge the counters are the primary's, touches since it was read included")
    void mergeKeepsThePrimarysCounters() {
        StoredUser primary = primary();
        StoredUser secondary = secondary();
        touch(primary.user(), SampleUsers.LATER.plusSeconds(1));
        touch(secondary.user(), SampleUsers.LATER.plusSeconds(2));

        store().write(merge(primary, secondary));

        assertThat(read(primary.user()).user().counters().logins())
                .isEqualTo(primary.user().counters().logins() + 1);
    }

    @Test
    @DisplayName("T3: a merge with a primary that has changed throws StaleUserException, and nothing is written")
    void mergeWithStalePrimary() {
        StoredUser primary = primary();
        StoredUser secondary = secondary();
        updated(primary, SampleUsers.named(primary.user(), "Ada"));

        refuses(StaleUserException.class, merge(primary, secondary), primary.user(), secondary.user());
    }

    @Test
    @DisplayName("T3: a merge with a secondary that has changed throws StaleUserException, and nothing is written")
    void mergeWithStaleSecondary() {
        StoredUser primary = primary();
        StoredUser secondary = secondary();
        updated(secondary, SampleUsers.named(secondary.user(), "Grace"));

        refuses(StaleUserException.class, merge(primary, secondary), primary.user(), secondary.user());
    }

    @Test
    @DisplayName("T3: a merge with a secondary that is gone throws StaleUserException, and nothing is written")
    void mergeWithNobody() {
        StoredUser primary = primary();
        StoredUser secondary = secondary();
        store().write(new UserChange.Delete(secondary));

        refuses(StaleUserException.class, merge(primary, secondary), primary.user(), secondary.user());
    }

    @Test
    @DisplayName(
            "T3: a merge that takes a third user's identity as well throws DuplicateIdentityException, nothing is written")
    void mergeTakesAThird() {
        StoredUser primary = primary();
        StoredUser secondary = secondary();
        User third = inserted(SampleUsers.plain("3")).user();
        User greedy = SampleUsers.joined(SampleUsers.joined(primary.user(), secondary.user()), third);

        refuses(
                DuplicateIdentityException.class,
                new UserChange.Merge(primary, secondary, greedy),
                primary.user(),
                secondary.user(),
                third);
    }

    @Test
    @DisplayName("T3: a merge takes the secondary's address away with it")
    void mergeForgetsTheAddress() {
        StoredUser primary = primary();
        StoredUser secondary = secondary();

        store().write(merge(primary, secondary));

        assertThat(store().candidates(EmailAddress.parse("grace@example.org").orElseThrow(), 10))
                .isEmpty();
    }

    private static User without(User user, Identity identity) {
        return user.toBuilder()
                .identities(user.identities().stream()
                        .filter(other -> !other.equals(identity))
                        .toList())
                .build();
    }

    private static UserChange.Split split(StoredUser before, Identity identity, UserId id) {
        return new UserChange.Split(before, without(before.user(), identity), SampleUsers.with(id, identity));
    }

    @Test
    @DisplayName("T3: a split makes a user of the identity, which the one before has no longer")
    void splitMovesTheIdentity() {
        StoredUser before = primary();
        Identity leaving = before.user().identities().get(1);
        UserId id = UserId.of("facebook|" + leaving.subject());

        store().write(split(before, leaving, id));

        assertThat(reopened().find(id).map(StoredUser::user)).contains(SampleUsers.with(id, leaving));
        assertThat(read(before.user()).user()).isEqualTo(without(before.user(), leaving));
        assertThat(store().find(leaving.key()).map(stored -> stored.user().id()))
                .contains(id);
        leadsTo(without(before.user(), leaving));
    }

    @Test
    @DisplayName("L4: a split leaves the counters to the user before, touches since it was read included")
    void splitKeepsCounters() {
        StoredUser before = primary();
        Identity leaving = before.user().identities().get(1);
        touch(before.user(), SampleUsers.LATER.plusSeconds(1));

        store().write(split(before, leaving, UserId.of("facebook|new")));

        assertThat(read(before.user()).user().counters().logins())
                .isEqualTo(before.user().counters().logins() + 1);
        assertThat(store().find(leaving.key()).orElseThrow().user().counters().logins())
                .isZero();
    }

    @Test
    @DisplayName("T3: a split under an id that is taken throws UserIdTakenException, and nothing is written")
    void splitUnderTakenId() {
        StoredUser before = primary();
        User other = inserted(SampleUsers.plain("3")).user();
        Identity leaving = before.user().identities().get(1);

        refuses(UserIdTakenException.class, split(before, leaving, other.id()), before.user(), other);
    }

    @Test
    @DisplayName("T3: a split of a user that has changed throws StaleUserException, and nothing is written")
    void staleSplit() {
        StoredUser before = primary();
        updated(before, SampleUsers.named(before.user(), "Ada"));
        UserChange.Split split = split(before, before.user().identities().get(1), UserId.of("facebook|new"));

        refuses(StaleUserException.class, split, before.user(), split.split());
    }

    @Test
    @DisplayName("L4: what was merged can be split again, under the id that it had")
    void mergeAndSplit() {
        StoredUser primary = primary();
        StoredUser secondary = inserted(SampleUsers.plain("2"));
        store().write(merge(primary, secondary));

        store().write(split(
                read(primary.user()),
                secondary.user().primaryIdentity(),
                secondary.user().id()));

        leadsTo(secondary.user());
        leadsTo(primary.user());
    }
}
