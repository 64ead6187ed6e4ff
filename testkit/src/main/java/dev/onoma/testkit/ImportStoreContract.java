package dev.onoma.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.store.ConcurrentImportException;
import dev.onoma.core.store.ImportKeys;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.store.ImportStore;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoreConflictException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginEvent;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.testkit.accounts.ImportedCredentialsContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store keeps that users are imported into in bulk. Extend it with two methods, as the directory's. */
public abstract class ImportStoreContract {
    private static final String HERE = "main";
    private static final ImportProgress BEGIN = ImportProgress.none("fingerprint");

    /** For those who extend it. */
    protected ImportStoreContract() {}

    /** A store without users, another one at each call. */
    protected abstract UserStore newStore();

    /** The imports of that store. */
    protected abstract ImportStore imports(UserStore store);

    private @Nullable UserStore store;

    /** Opened at first use, when whoever extends the contract is ready. */
    private UserStore store() {
        if (store == null) {
            store = newStore();
        }
        return store;
    }

    private ImportStore imports() {
        return imports(store());
    }

    private static User user(String connection, String subject) {
        Identity identity = new Identity(new IdentityKey(connection, subject), "database", false, (JsonObject)
                JsonValue.parse("{\"n\":1.0,\"text\":\"\\u00e9 \\\\ \\\"\"}"));
        String email = subject + "@Example.org";
        RootAttributes root = RootAttributes.NONE
                .with(
                        RootAttribute.EMAIL,
                        new OwnedValue(
                                PairValue.verified(email, new Verification(Owner.IMPORT, TestClock.START)),
                                Owner.IMPORT))
                .with(RootAttribute.USERNAME, OwnedValue.of("u" + subject, Owner.IMPORT))
                .with(RootAttribute.NAME, OwnedValue.of("{\"a\", NULL}\\", Owner.DERIVED))
                .with(RootAttribute.PHONE_NUMBER, new OwnedValue(PairValue.unverified("+" + subject), Owner.IMPORT));
        return User.builder(UserId.of(connection + "|" + subject), identity, TestClock.START)
                .root(root)
                .userMetadata((JsonObject) JsonValue.parse("{\"plan\":[null,true]}"))
                .build();
    }

    private static UserChange insert(User user) {
        return new UserChange.Insert(user);
    }

    private StoredUser read(User user) {
        return store().find(user.id()).orElseThrow();
    }

    private static ImportKeys keys(
            Set<String> ids, Set<String> subjects, Set<String> emails, Set<String> usernames, Set<String> phones) {
        return new ImportKeys(
                HERE,
                Set.copyOf(ids.stream().map(UserId::of).toList()),
                subjects,
                Set.copyOf(emails.stream()
                        .map(email -> EmailAddress.of(email).key())
                        .toList()),
                usernames,
                phones);
    }

    private List<String> matches(ImportKeys keys) {
        return imports().matches(keys).stream()
                .map(stored -> stored.user().id().value())
                .sorted()
                .toList();
    }

    @Test
    @DisplayName("users are found by each of their keys, and each once")
    void matches() {
        List<UserChange> all = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            all.add(insert(user(HERE, Integer.toString(i))));
        }
        imports().write(all, List.of(), BEGIN, BEGIN.plus(6, 0, 0));

        assertThat(matches(keys(Set.of("main|1", "main|9"), Set.of(), Set.of(), Set.of(), Set.of())))
                .containsExactly("main|1");
        assertThat(matches(keys(Set.of(), Set.of("2", "9"), Set.of(), Set.of(), Set.of())))
                .containsExactly("main|2");
        assertThat(matches(keys(Set.of(), Set.of(), Set.of("3@EXAMPLE.org", "9@example.org"), Set.of(), Set.of())))
                .containsExactly("main|3");
        assertThat(matches(keys(Set.of(), Set.of(), Set.of(), Set.of("u4", "u9"), Set.of())))
                .containsExactly("main|4");
        assertThat(matches(keys(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("+5", "+9"))))
                .containsExactly("main|5");
        assertThat(matches(keys(
                        Set.of("main|1", "main|2"), Set.of("1"), Set.of("1@example.org"), Set.of("u1"), Set.of("+6"))))
                .containsExactly("main|1", "main|2", "main|6");
        assertThat(imports().matches(keys(Set.of("main|1"), Set.of("1"), Set.of(), Set.of(), Set.of())))
                .containsExactly(read(user(HERE, "1")));
        assertThat(matches(keys(Set.of(), Set.of(), Set.of(), Set.of(), Set.of())))
                .isEmpty();
    }

    @Test
    @DisplayName("of other connections, users are found by their ids alone")
    void otherConnections() {
        store().write(insert(user("other", "1")));

        assertThat(matches(keys(Set.of(), Set.of("1"), Set.of("1@example.org"), Set.of("u1"), Set.of("+1"))))
                .isEmpty();
        assertThat(matches(keys(Set.of("other|1"), Set.of(), Set.of(), Set.of(), Set.of())))
                .containsExactly("other|1");
    }

    @Test
    @DisplayName("L7: tombstones are found by their ids and identities")
    void tombstones() {
        User blocked = user(HERE, "1").toBuilder().blocked(true).build();
        store().write(insert(blocked));
        store().write(new UserChange.Delete(read(blocked)));

        assertThat(imports().matches(keys(Set.of("main|1"), Set.of(), Set.of(), Set.of(), Set.of())))
                .singleElement()
                .matches(StoredUser::isTombstone);
        assertThat(imports().matches(keys(Set.of(), Set.of("1"), Set.of(), Set.of(), Set.of())))
                .singleElement()
                .matches(StoredUser::isTombstone);
        assertThat(matches(keys(Set.of(), Set.of(), Set.of("1@example.org"), Set.of("u1"), Set.of("+1"))))
                .isEmpty();
    }

    @Test
    @DisplayName("a batch is written whole, and read back equal")
    void written() {
        List<UserChange> all = new ArrayList<>();
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            users.add(user(HERE, Integer.toString(i)));
            all.add(insert(users.get(i)));
        }
        imports().write(all, List.of(), BEGIN, BEGIN.plus(1_500, 0, 3));

        for (User user : users.subList(1_400, 1_500)) {
            assertThat(read(user).user()).isEqualTo(user);
            assertThat(read(user).isTombstone()).isFalse();
        }
        assertThat(imports().progress("fingerprint")).hasValue(BEGIN.plus(1_500, 0, 3));
    }

    @Test
    @DisplayName("T2: an update of a batch keeps the logins that were counted meanwhile")
    void updated() {
        store().write(insert(user(HERE, "1")));
        StoredUser before = read(user(HERE, "1"));
        LoginEvent login = new LoginEvent(TestClock.START.plusSeconds(9), Optional.of("192.0.2.1"));
        store().write(new UserChange.Touch(before.user().id(), login));
        User after = before.user().toBuilder()
                .userMetadata(JsonObject.EMPTY)
                .updatedAt(TestClock.START.plusSeconds(5))
                .build();

        imports()
                .write(
                        List.of(new UserChange.Update(before, after, Optional.empty()), insert(user(HERE, "2"))),
                        List.of(),
                        BEGIN,
                        BEGIN.plus(1, 1, 0));

        assertThat(read(after).user())
                .isEqualTo(
                        after.toBuilder().counters(after.counters().plus(login)).build());
        assertThat(store().find(UserId.of("main|2"))).isPresent();
    }

    @Test
    @DisplayName("T3: of a batch with a conflict nothing is written, and the import stays where it was")
    void conflicts() {
        store().write(insert(user(HERE, "1")));
        StoredUser stored = read(user(HERE, "1"));
        imports().write(List.of(), List.of(), BEGIN, BEGIN.plus(0, 0, 1));
        ImportProgress now = BEGIN.plus(0, 0, 1);
        User sameIdentity = User.builder(UserId.of("x|1"), user(HERE, "1").primaryIdentity(), TestClock.START)
                .build();
        User sameId = User.builder(UserId.of("main|1"), user(HERE, "7").primaryIdentity(), TestClock.START)
                .build();
        StoredUser stale = new StoredUser(stored.user(), stored.version() + 1, false);
        List<UserChange> conflicting = List.of(
                insert(sameIdentity),
                insert(sameId),
                new UserChange.Update(
                        stale, stale.user().toBuilder().blocked(true).build(), Optional.empty()));

        for (UserChange change : conflicting) {
            assertThatExceptionOfType(StoreConflictException.class)
                    .isThrownBy(() -> imports()
                            .write(List.of(insert(user(HERE, "2")), change), List.of(), now, now.plus(2, 0, 0)));
            assertThat(store().find(UserId.of("main|2"))).isEmpty();
            assertThat(imports().progress("fingerprint")).hasValue(now);
        }
        assertThat(read(user(HERE, "1"))).isEqualTo(stored);
        assertThatExceptionOfType(StaleUserException.class)
                .isThrownBy(() -> imports().write(List.of(conflicting.get(2)), List.of(), now, now.plus(0, 1, 0)));
    }

    @Test
    @DisplayName("an import that is elsewhere than it should be has another process, and nothing is written")
    void concurrent() {
        imports().write(List.of(), List.of(), BEGIN, BEGIN.plus(0, 0, 2));
        List<UserChange> change = List.of(insert(user(HERE, "1")));

        for (ImportProgress behind : List.of(BEGIN, BEGIN.plus(0, 0, 1), BEGIN.plus(0, 0, 3))) {
            assertThatExceptionOfType(ConcurrentImportException.class)
                    .isThrownBy(() -> imports().write(change, List.of(), behind, behind.plus(1, 0, 0)));
        }
        assertThat(store().find(UserId.of("main|1"))).isEmpty();
        assertThat(imports().progress("fingerprint")).hasValue(BEGIN.plus(0, 0, 2));
    }

    @Test
    @DisplayName("imports are told apart by their fingerprints, and forgotten when they are finished")
    void progress() {
        ImportProgress other = ImportProgress.none("other");
        assertThat(imports().progress("fingerprint")).isEmpty();
        imports().write(List.of(), List.of(), BEGIN, BEGIN.plus(0, 0, 2));
        imports().write(List.of(), List.of(), other, other.plus(0, 0, 5));
        imports().write(List.of(insert(user(HERE, "1"))), List.of(), BEGIN.plus(0, 0, 2), BEGIN.plus(1, 0, 2));

        imports().forget("other");
        imports().forget("nobody");

        assertThat(imports().progress("other")).isEmpty();
        assertThat(imports().progress("fingerprint")).hasValue(new ImportProgress("fingerprint", 3, 1, 0, 2));
    }

    @Nested
    @DisplayName("credentials that come with users")
    class Credentials extends ImportedCredentialsContract {
        Credentials() {
            super(ImportStoreContract.this::newStore, ImportStoreContract.this::imports);
        }
    }
}
