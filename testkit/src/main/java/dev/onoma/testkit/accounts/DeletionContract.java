package dev.onoma.testkit.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about credentials and tickets whose users are deleted, merged and split. */
public abstract class DeletionContract extends AccountPart {
    private static final User BOTH = SampleAccounts.user("1").toBuilder()
            .identities(List.of(
                    SampleAccounts.user("1").primaryIdentity(),
                    SampleAccounts.user("2").primaryIdentity()))
            .build();

    /** The part, over stores. */
    protected DeletionContract(Supplier<AccountStore> stores) {
        super(stores);
    }

    /** Gives identities a credential and a ticket each, known by their subjects. */
    private void equip(String... subjects) {
        for (String subject : subjects) {
            store().credentials().write(SampleAccounts.credential(subject));
            store().tickets().put(SampleAccounts.ticket(subject, TicketPurpose.RESET_PASSWORD, subject));
        }
    }

    private boolean hasTicket(String subject) {
        return store().tickets()
                .find(subject, TicketPurpose.RESET_PASSWORD, SampleAccounts.NOW)
                .isPresent();
    }

    private void areEquipped(String... subjects) {
        for (String subject : subjects) {
            isLike(store().credentials().find(SampleAccounts.key(subject)), SampleAccounts.credential(subject));
            assertThat(hasTicket(subject)).as("whether the ticket is there").isTrue();
        }
    }

    private void areBare(String... subjects) {
        for (String subject : subjects) {
            hasNoCredential(SampleAccounts.key(subject));
            assertThat(hasTicket(subject)).as("whether the ticket is there").isFalse();
        }
    }

    @Test
    @DisplayName("L7: deleting a user removes the credentials and tickets of all its identities, and nobody else's")
    void deleted() {
        StoredUser user = inserted(BOTH);
        equip("1", "2", "3");

        store().write(new UserChange.Delete(user));

        areBare("1", "2");
        areEquipped("3");
    }

    @Test
    @DisplayName("L7: a tombstone has neither credentials nor tickets")
    void tombstone() {
        StoredUser user = inserted(BOTH.toBuilder().blocked(true).build());
        equip("1", "2", "3");

        store().write(new UserChange.Delete(user));

        assertThat(stored(BOTH).isTombstone()).isTrue();
        areBare("1", "2");
        areEquipped("3");
    }

    @Test
    @DisplayName("L7: the names of a deleted user are free")
    void freeNames() {
        StoredUser user = inserted(SampleAccounts.user("1"));
        equip("1");
        store().write(new UserChange.Delete(user));

        Credential successor = written(SampleAccounts.credential("2", SampleAccounts.email("1@example.org")));

        assertThat(successor.names()).isEqualTo(SampleAccounts.credential("1").names());
    }

    @Test
    @DisplayName("T3: a deletion that does not fit leaves credentials and tickets where they are")
    void stale() {
        StoredUser user = inserted(SampleAccounts.user("1"));
        equip("1");
        StoredUser stale = new StoredUser(user.user(), user.version() + 1, false);

        assertThatExceptionOfType(StaleUserException.class)
                .isThrownBy(() -> store().write(new UserChange.Delete(stale)));

        areEquipped("1");
    }

    @Test
    @DisplayName("credentials and tickets stay with their identities when users are linked")
    void merged() {
        StoredUser primary = inserted(SampleAccounts.user("1"));
        StoredUser secondary = inserted(SampleAccounts.user("2"));
        equip("1", "2");

        store().write(new UserChange.Merge(primary, secondary, BOTH));

        areEquipped("1", "2");
    }

    @Test
    @DisplayName("credentials and tickets stay with their identities when users are unlinked")
    void split() {
        StoredUser user = inserted(BOTH);
        equip("1", "2");
        Identity staying = BOTH.primaryIdentity();
        User after = BOTH.toBuilder().identities(List.of(staying)).build();

        store().write(new UserChange.Split(user, after, SampleAccounts.user("2")));

        areEquipped("1", "2");
    }
}
