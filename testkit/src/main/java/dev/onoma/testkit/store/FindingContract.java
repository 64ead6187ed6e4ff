package dev.onoma.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about finding users. */
public abstract class FindingContract extends UserStorePart {
    /** The part, over stores. */
    protected FindingContract(Stores stores) {
        super(stores);
    }

    @Test
    @DisplayName("an empty store finds nobody, by id or identity")
    void findsNobody() {
        assertThat(store().find(UserId.of("google-oauth2|1"))).isEmpty();
        assertThat(store().find(new IdentityKey("google-oauth2", "1"))).isEmpty();
    }

    @Test
    @DisplayName("another store does not know the users of this one")
    void storesAreApart() {
        User user = inserted(SampleUsers.plain("1")).user();

        assertThat(anotherStore().find(user.id())).isEmpty();
    }

    @Test
    @DisplayName("a user is found by its id and by each of its identities")
    void findsByIdAndIdentities() {
        User user = SampleUsers.complete();

        StoredUser stored = inserted(user);

        assertThat(stored.user()).isEqualTo(user);
        assertThat(stored.isTombstone()).isFalse();
        for (Identity identity : user.identities()) {
            assertThat(store().find(identity.key())).contains(stored);
        }
    }

    @Test
    @DisplayName("a user is not found by parts of another's id or identity")
    void findsNobodyElse() {
        inserted(SampleUsers.plain("1"));

        assertThat(store().find(UserId.of("google-oauth2|12"))).isEmpty();
        assertThat(store().find(UserId.of("google-oauth2|"))).isEmpty();
        assertThat(store().find(new IdentityKey("google-oauth2", "12"))).isEmpty();
        assertThat(store().find(new IdentityKey("google-oauth2|1", ""))).isEmpty();
        assertThat(store().find(new IdentityKey("1", "google-oauth2"))).isEmpty();
    }

    @Test
    @DisplayName("T1: the same subject under two connections is two users")
    void subjectsAreOfTheirConnection() {
        User one = SampleUsers.with(UserId.of("google-oauth2|1"), SampleUsers.identity("google-oauth2", "1"));
        User other = SampleUsers.with(UserId.of("facebook|1"), SampleUsers.identity("facebook", "1"));

        inserted(one);
        inserted(other);

        leadsTo(one);
        leadsTo(other);
    }

    @Test
    @DisplayName("reading changes nothing: the version stays")
    void readingIsNoChange() {
        StoredUser first = inserted(SampleUsers.complete());

        assertThat(read(first.user())).isEqualTo(first);
        assertThat(store().find(first.user().primaryIdentity().key())).contains(first);
    }
}
