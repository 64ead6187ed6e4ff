package dev.onoma.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.DuplicateIdentityException;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserIdTakenException;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.LoginEvent;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about inserts and updates that do not fit what the store holds. */
public abstract class ConflictContract extends UserStorePart {
    /** The part, over stores. */
    protected ConflictContract(Stores stores) {
        super(stores);
    }

    @Test
    @DisplayName("T1: a second insert of an identity throws DuplicateIdentityException, and nothing is written")
    void duplicateIdentity() {
        User holder = inserted(SampleUsers.plain("1")).user();
        Identity free = SampleUsers.identity("facebook", "2");
        User other = SampleUsers.with(UserId.of("facebook|2"), free).toBuilder()
                .identities(List.of(free, holder.primaryIdentity()))
                .build();

        refuses(DuplicateIdentityException.class, new UserChange.Insert(other), holder, other);
    }

    @Test
    @DisplayName(
            "T1: a second insert of a user whose id and identity are there is a duplicate identity: its login goes on")
    void duplicateOfTheSameUser() {
        User user = inserted(SampleUsers.plain("1")).user();

        refuses(DuplicateIdentityException.class, new UserChange.Insert(user), user);
    }

    @Test
    @DisplayName("L6: an insert under an id that is taken throws UserIdTakenException, and nothing is written")
    void userIdTaken() {
        User holder = inserted(SampleUsers.plain("1")).user();
        User other = SampleUsers.with(holder.id(), SampleUsers.identity("facebook", "2"));

        refuses(UserIdTakenException.class, new UserChange.Insert(other), holder, other);
    }

    @Test
    @DisplayName("T2: an update of a version that has passed throws StaleUserException, and nothing is written")
    void staleUpdate() {
        StoredUser first = inserted(SampleUsers.plain("1"));
        User edited = updated(first, SampleUsers.named(first.user(), "Ada")).user();
        User late = SampleUsers.named(first.user(), "Eve").toBuilder()
                .identities(List.of(first.user().primaryIdentity(), SampleUsers.identity("facebook", "2")))
                .build();

        refuses(StaleUserException.class, new UserChange.Update(first, late, Optional.empty()), edited, late);
    }

    @Test
    @DisplayName("T2: a login whose update is stale is not counted")
    void staleLogin() {
        StoredUser first = inserted(SampleUsers.plain("1"));
        User edited = updated(first, SampleUsers.named(first.user(), "Ada")).user();
        LoginEvent login = new LoginEvent(SampleUsers.LATER, Optional.of("192.0.2.1"));

        refuses(StaleUserException.class, new UserChange.Update(first, first.user(), Optional.of(login)), edited);
    }

    @Test
    @DisplayName("T2: what an update leaves can be updated, by the version that is read then")
    void versionsGoOn() {
        StoredUser first = inserted(SampleUsers.plain("1"));
        StoredUser second = updated(first, SampleUsers.named(first.user(), "Ada"));
        StoredUser third = updated(second, SampleUsers.named(first.user(), "Ada Lovelace"));

        assertThat(List.of(first.version(), second.version(), third.version()))
                .as("versions")
                .doesNotHaveDuplicates();
        assertThat(third.user().name()).contains("Ada Lovelace");
    }

    @Test
    @DisplayName("T2: after a change that failed, the version that was read before it still stands")
    void failureLeavesTheVersion() {
        User holder = inserted(SampleUsers.plain("1")).user();
        StoredUser stored = inserted(SampleUsers.plain("2"));
        User greedy = SampleUsers.joined(stored.user(), holder);

        refuses(DuplicateIdentityException.class, new UserChange.Update(stored, greedy, Optional.empty()), holder);

        assertThat(updated(stored, SampleUsers.named(stored.user(), "Ada"))
                        .user()
                        .name())
                .contains("Ada");
    }

    @Test
    @DisplayName(
            "T1: an update that takes another user's identity throws DuplicateIdentityException, nothing is written")
    void updateTakesAnIdentity() {
        User holder = inserted(SampleUsers.plain("1")).user();
        StoredUser stored = inserted(SampleUsers.plain("2"));
        User greedy = SampleUsers.named(SampleUsers.joined(stored.user(), holder), "Eve");
        LoginEvent login = new LoginEvent(SampleUsers.LATER, Optional.empty());

        refuses(
                DuplicateIdentityException.class,
                new UserChange.Update(stored, greedy, Optional.of(login)),
                holder,
                stored.user());
    }

    @Test
    @DisplayName("T2: an update of a user that is gone throws StaleUserException, and does not bring it back")
    void updateOfNobody() {
        StoredUser stored = inserted(SampleUsers.plain("1"));
        store().write(new UserChange.Delete(stored));

        refuses(
                StaleUserException.class,
                new UserChange.Update(stored, SampleUsers.named(stored.user(), "Ada"), Optional.empty()),
                stored.user());
        isGone(stored.user());
    }

    @Test
    @DisplayName("T2: no version of a user that was deleted and made anew fits the new one")
    void versionsOfSuccessors() {
        StoredUser first = inserted(SampleUsers.plain("1"));
        StoredUser edited = updated(first, SampleUsers.named(first.user(), "Ada"));
        store().write(new UserChange.Delete(edited));
        User successor = inserted(SampleUsers.plain("1")).user();

        for (StoredUser old : List.of(first, edited)) {
            refuses(
                    StaleUserException.class,
                    new UserChange.Update(old, SampleUsers.named(first.user(), "Eve"), Optional.empty()),
                    successor);
        }
    }
}
