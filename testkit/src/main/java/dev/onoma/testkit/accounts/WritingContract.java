package dev.onoma.testkit.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.DuplicateIdentityException;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoreConflictException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserIdTakenException;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about writing credentials, alone and together with users. */
public abstract class WritingContract extends AccountPart {
    /** The part, over stores. */
    protected WritingContract(Supplier<AccountStore> stores) {
        super(stores);
    }

    private void refuses(Class<? extends StoreConflictException> problem, Credential credential) {
        assertThatExceptionOfType(problem)
                .isThrownBy(() -> store().credentials().write(credential));
    }

    private void refuses(Class<? extends StoreConflictException> problem, UserChange change, Credential credential) {
        assertThatExceptionOfType(problem)
                .isThrownBy(() -> store().credentials().write(change, credential));
    }

    private static User blocked(StoredUser stored) {
        return stored.user().toBuilder().blocked(true).build();
    }

    private static UserChange update(StoredUser before) {
        return new UserChange.Update(before, blocked(before), Optional.empty());
    }

    @Test
    @DisplayName("T2: a credential is written over at the version that was read, and has another one then")
    void written() {
        Credential first = written(SampleAccounts.credential("1"));
        Credential second = written(first.withPassword("another hash", SampleAccounts.END));
        Credential third = written(second.withoutPassword());

        assertThat(second.password())
                .isEqualTo(
                        first.withPassword("another hash", SampleAccounts.END).password());
        assertThat(third.password()).isEmpty();
        assertThat(third.names()).isEqualTo(first.names());
        assertThat(List.of(first.version(), second.version(), third.version())).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a password that was taken away stays so until there is another one")
    void revoked() {
        Credential first = written(SampleAccounts.credential("1"));
        Credential revoked = written(first.revoked(SampleAccounts.END));
        Credential chosen = written(revoked.withPassword("chosen", SampleAccounts.END));

        assertThat(first.revokedAt()).isEmpty();
        assertThat(revoked.password()).isEmpty();
        assertThat(revoked.revokedAt()).hasValue(SampleAccounts.END);
        assertThat(revoked.names()).isEqualTo(first.names());
        assertThat(chosen.revokedAt()).isEmpty();
        assertThat(chosen.password()).isPresent();
    }

    @Test
    @DisplayName("T2: a hash made anew does not overwrite the password that was chosen meanwhile")
    void stale() {
        Credential read = written(SampleAccounts.credential("1"));
        Credential chosen = written(read.withPassword("chosen", SampleAccounts.END));

        refuses(
                StaleUserException.class,
                read.withPassword(read.password().orElseThrow().rehashed("rehashed")));

        isUntouched(chosen);
    }

    @Test
    @DisplayName("a new credential of an identity that has one throws StaleUserException, and nothing is written")
    void second() {
        Credential first = written(SampleAccounts.credential("1"));

        refuses(StaleUserException.class, SampleAccounts.credential("1", SampleAccounts.username("other")));

        isUntouched(first);
    }

    @Test
    @DisplayName("T2: no version of a credential that was removed fits, neither while there is none nor the next one")
    void removed() {
        StoredUser user = inserted(SampleAccounts.user("1"));
        Credential old = written(SampleAccounts.credential("1"));
        Credential latest = written(old.withPassword("another hash", SampleAccounts.END));
        store().write(new UserChange.Delete(user));

        refuses(StaleUserException.class, latest);
        Credential successor = written(SampleAccounts.credential("1"));
        refuses(StaleUserException.class, old);
        refuses(StaleUserException.class, latest);
        isUntouched(successor);
    }

    @Test
    @DisplayName("a name of another credential throws LoginNameTakenException, and nothing is written")
    void taken() {
        List<RootAttributes> names = List.of(
                SampleAccounts.email("ada@example.org"),
                SampleAccounts.username("ada"),
                SampleAccounts.phoneNumber("+385911234567"));
        for (int i = 0; i < names.size(); i++) {
            written(SampleAccounts.credential("holder " + i, names.get(i)));
        }
        Credential other = written(SampleAccounts.credential("other"));

        for (RootAttributes name : names) {
            refuses(LoginNameTakenException.class, SampleAccounts.credential("new", name));
            hasNoCredential(SampleAccounts.key("new"));
            refuses(LoginNameTakenException.class, other.named(name));
            isUntouched(other);
        }
    }

    @Test
    @DisplayName("a name that its credential has given up is free, and so is one of another connection's")
    void free() {
        Credential ada = written(SampleAccounts.credential("1", SampleAccounts.username("ada")));
        written(ada.named(SampleAccounts.username("countess")));

        written(SampleAccounts.credential("2", SampleAccounts.username("ada")));
        Credential elsewhere = Credential.of(new IdentityKey("other", "1"), SampleAccounts.username("ada"));
        store().credentials().write(elsewhere);

        isLike(store().credentials().find(elsewhere.identity()), elsewhere);
    }

    @Test
    @DisplayName("T3: a signup writes a user and its credential together")
    void signup() {
        User user = SampleAccounts.user("1");

        store().credentials().write(new UserChange.Insert(user), SampleAccounts.credential("1"));

        assertThat(stored(user).user()).isEqualTo(user);
        isLike(store().credentials().find(SampleAccounts.key("1")), SampleAccounts.credential("1"));
    }

    @Test
    @DisplayName("T3: a signup under a name that is taken throws LoginNameTakenException, and makes no user")
    void signupUnderTakenName() {
        Credential holder = written(SampleAccounts.credential("1"));
        User user = SampleAccounts.user("2");

        refuses(
                LoginNameTakenException.class,
                new UserChange.Insert(user),
                SampleAccounts.credential("2", SampleAccounts.email("1@EXAMPLE.org")));

        assertThat(store().find(user.id())).isEmpty();
        assertThat(store().find(user.primaryIdentity().key())).isEmpty();
        hasNoCredential(SampleAccounts.key("2"));
        isUntouched(holder);
    }

    @Test
    @DisplayName("T3: a credential beside a change that does not fit is not written, and the change says why")
    void changeDoesNotFit() {
        StoredUser user = inserted(SampleAccounts.user("1"));
        StoredUser stale = new StoredUser(user.user(), user.version() + 1, false);
        User sameIdentity = User.builder(UserId.of("users|x"), user.user().primaryIdentity(), SampleAccounts.NOW)
                .build();
        User sameId = User.builder(user.user().id(), SampleAccounts.user("2").primaryIdentity(), SampleAccounts.NOW)
                .build();

        refuses(StaleUserException.class, update(stale), SampleAccounts.credential("1"));
        refuses(DuplicateIdentityException.class, new UserChange.Insert(sameIdentity), SampleAccounts.credential("1"));
        refuses(UserIdTakenException.class, new UserChange.Insert(sameId), SampleAccounts.credential("2"));

        assertThat(stored(user.user())).isEqualTo(user);
        hasNoCredential(SampleAccounts.key("1"));
        hasNoCredential(SampleAccounts.key("2"));
    }

    @Test
    @DisplayName("T3: an edit beside a credential that has changed, or whose name is taken, is not written")
    void credentialDoesNotFit() {
        StoredUser user = inserted(SampleAccounts.user("1"));
        Credential read = written(SampleAccounts.credential("1"));
        Credential changed = written(read.withPassword("chosen", SampleAccounts.END));
        Credential holder = written(SampleAccounts.credential("2"));

        refuses(StaleUserException.class, update(user), read);
        refuses(LoginNameTakenException.class, update(user), changed.named(SampleAccounts.email("2@example.org")));

        assertThat(stored(user.user())).isEqualTo(user);
        isUntouched(changed);
        isUntouched(holder);
    }

    @Test
    @DisplayName("T3: an edit writes the user and its names together")
    void edit() {
        StoredUser user = inserted(SampleAccounts.user("1"));
        Credential read = written(SampleAccounts.credential("1"));
        Credential renamed = read.named(SampleAccounts.email("new@example.org"));

        store().credentials().write(update(user), renamed);

        assertThat(stored(user.user()).user().isBlocked()).isTrue();
        isLike(store().credentials().find(read.identity()), renamed);
    }
}
