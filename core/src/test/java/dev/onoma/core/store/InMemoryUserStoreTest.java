package dev.onoma.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.UserChange.Delete;
import dev.onoma.core.store.UserChange.Insert;
import dev.onoma.core.store.UserChange.Merge;
import dev.onoma.core.store.UserChange.Split;
import dev.onoma.core.store.UserChange.Touch;
import dev.onoma.core.store.UserChange.Update;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.LoginEvent;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.world.MovableClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InMemoryUserStoreTest {
    private static final LoginEvent LOGIN = new LoginEvent(MovableClock.START, Optional.of("192.0.2.1"));

    private final InMemoryUserStore store = new InMemoryUserStore();

    private static Identity identity(String subject) {
        return new Identity(new IdentityKey("social", subject), "social", true, JsonObject.EMPTY);
    }

    private static User user(String id, String email) {
        return User.builder(UserId.of(id), identity(id), MovableClock.START)
                .root(RootAttributes.NONE.with(
                        RootAttribute.EMAIL, new OwnedValue(PairValue.unverified(email), Owner.IMPORT)))
                .build();
    }

    private StoredUser inserted(String id, String email) {
        store.write(new Insert(user(id, email)));
        return stored(id);
    }

    private StoredUser stored(String id) {
        return store.find(UserId.of(id)).orElseThrow();
    }

    private static User renamed(StoredUser stored, String name) {
        User user = stored.user();
        return user.toBuilder()
                .root(user.root().with(RootAttribute.NAME, OwnedValue.of(name, Owner.ADMIN)))
                .build();
    }

    private List<String> holders(String email) {
        return store.candidates(EmailAddress.parse(email).orElseThrow(), 9).stream()
                .map(found -> found.user().id().value())
                .toList();
    }

    @Test
    @DisplayName("finds a user by id, by identity and by any spelling of its address")
    void find() {
        StoredUser ada = inserted("ada", "ada@example.org");

        assertThat(store.find(new IdentityKey("social", "ada"))).hasValue(ada);
        assertThat(store.find(new IdentityKey("other", "ada"))).isEmpty();
        assertThat(store.find(UserId.of("Ada"))).isEmpty();
        assertThat(holders("ADA@Example.ORG")).containsExactly("ada");
    }

    @Test
    @DisplayName("T2: an update of a stale version fails, and writes nothing")
    void stale() {
        StoredUser early = inserted("ada", "ada@example.org");
        store.write(new Update(early, renamed(early, "First"), Optional.empty()));

        assertThatThrownBy(() -> store.write(new Update(early, renamed(early, "Second"), Optional.of(LOGIN))))
                .isInstanceOf(StaleUserException.class)
                .hasMessage("the user has changed since it was read, or is gone");
        assertThat(stored("ada").user().name()).hasValue("First");
        assertThat(stored("ada").user().counters().logins()).isZero();
    }

    @Test
    @DisplayName("T2: a touch counts whatever the version, and does not change it")
    void touch() {
        StoredUser early = inserted("ada", "ada@example.org");
        store.write(new Update(early, renamed(early, "First"), Optional.empty()));
        StoredUser before = stored("ada");

        store.write(new Touch(UserId.of("ada"), LOGIN));

        assertThat(stored("ada").version()).isEqualTo(before.version());
        assertThat(stored("ada").user().counters()).isEqualTo(LoginCounters.NONE.plus(LOGIN));
        store.write(new Update(before, renamed(before, "Second"), Optional.of(LOGIN)));
        assertThat(stored("ada").user().counters().logins()).isEqualTo(2);
    }

    @Test
    @DisplayName("T2: a touch of a user that is gone fails as stale")
    void touchNobody() {
        assertThatThrownBy(() -> store.write(new Touch(UserId.of("ada"), LOGIN)))
                .isInstanceOf(StaleUserException.class);
    }

    @Test
    @DisplayName("T1: a second insert of an identity fails, and so does one of an id that is taken")
    void duplicates() {
        inserted("ada", "ada@example.org");

        assertThatThrownBy(
                        () -> store.write(new Insert(User.builder(UserId.of("bob"), identity("ada"), MovableClock.START)
                                .build())))
                .isInstanceOf(DuplicateIdentityException.class)
                .hasMessage("an identity of the user belongs to another user");
        assertThatThrownBy(
                        () -> store.write(new Insert(User.builder(UserId.of("ada"), identity("bob"), MovableClock.START)
                                .build())))
                .isInstanceOf(UserIdTakenException.class)
                .hasMessage("the user id belongs to another user");
        assertThat(store.list(Optional.empty(), 9)).hasSize(1);
        assertThat(store.find(new IdentityKey("social", "bob"))).isEmpty();
    }

    @Test
    @DisplayName("T3: a split whose new user cannot be written changes nothing")
    void splitIsAtomic() {
        StoredUser ada = inserted("ada", "ada@example.org");
        inserted("bob", "bob@example.org");

        assertThatThrownBy(() -> store.write(new Split(ada, renamed(ada, "x"), user("bob", "c@example.org"))))
                .isInstanceOf(DuplicateIdentityException.class);
        assertThat(stored("ada")).isEqualTo(ada);
    }

    @Test
    @DisplayName("T3 I3: a merge takes the one user away and gives its identities to the other")
    void merge() {
        StoredUser ada = inserted("ada", "ada@example.org");
        StoredUser bob = inserted("bob", "bob@example.org");
        store.write(new Touch(UserId.of("ada"), LOGIN));
        User both = ada.user().toBuilder()
                .identities(List.of(identity("ada"), identity("bob")))
                .build();

        store.write(new Merge(ada, bob, both));

        assertThat(store.find(UserId.of("bob"))).isEmpty();
        assertThat(holders("bob@example.org")).isEmpty();
        assertThat(store.find(new IdentityKey("social", "bob"))).hasValue(stored("ada"));
        assertThat(stored("ada").user().counters().logins()).isEqualTo(1);
    }

    @Test
    @DisplayName("T3: a merge with a stale secondary changes nothing")
    void mergeIsAtomic() {
        StoredUser ada = inserted("ada", "ada@example.org");
        StoredUser bob = inserted("bob", "bob@example.org");
        store.write(new Update(bob, renamed(bob, "x"), Optional.empty()));

        assertThatThrownBy(() -> store.write(new Merge(ada, bob, ada.user()))).isInstanceOf(StaleUserException.class);
        assertThat(stored("ada")).isEqualTo(ada);
        assertThat(store.find(UserId.of("bob"))).isPresent();
    }

    @Test
    @DisplayName("L7: a tombstone keeps id and identities taken, answers as one, and is no candidate")
    void tombstone() {
        StoredUser ada = inserted("ada", "ada@example.org");
        store.write(new Update(ada, ada.user().toBuilder().blocked(true).build(), Optional.empty()));
        store.write(new Delete(stored("ada")));

        assertThat(stored("ada").isTombstone()).isTrue();
        assertThat(store.find(new IdentityKey("social", "ada"))).hasValue(stored("ada"));
        assertThat(holders("ada@example.org")).isEmpty();
        assertThatThrownBy(() -> inserted("ada", "ada@example.org")).isInstanceOf(DuplicateIdentityException.class);
        assertThat(store.list(Optional.empty(), 9)).isEmpty();

        store.write(new Delete(stored("ada")));
        assertThat(store.find(UserId.of("ada"))).isEmpty();
        assertThat(store.find(new IdentityKey("social", "ada"))).isEmpty();
    }

    @Test
    @DisplayName("follows an address that changes, and limits candidates")
    void candidates() {
        StoredUser ada = inserted("ada", "shared@example.org");
        inserted("bob", "Shared@example.org");
        inserted("eve", "eve@example.org");

        assertThat(store.candidates(EmailAddress.parse("shared@example.org").orElseThrow(), 1))
                .hasSize(1);
        assertThat(holders("shared@example.org")).containsExactlyInAnyOrder("ada", "bob");

        store.write(new Update(ada, user("ada", "new@example.org"), Optional.empty()));
        assertThat(holders("shared@example.org")).containsExactly("bob");
        assertThat(holders("new@example.org")).containsExactly("ada");
    }

    @Test
    @DisplayName("lists users page by page in the order of their ids")
    void list() {
        for (String id : List.of("c", "a", "B", "d")) {
            inserted(id, id + "@example.org");
        }

        assertThat(store.list(Optional.empty(), 3))
                .extracting(user -> user.id().value())
                .containsExactly("B", "a", "c");
        assertThat(store.list(Optional.of(UserId.of("c")), 3))
                .extracting(user -> user.id().value())
                .containsExactly("d");
        assertThat(store.list(Optional.of(UserId.of("d")), 3)).isEmpty();
    }

    @Test
    @DisplayName("M1: pins an id space once, and anew only when told to")
    void pin() {
        assertThat(store.pin("social", "app-1")).isEqualTo("app-1");
        assertThat(store.pin("social", "app-2")).isEqualTo("app-1");
        store.repin("social", "app-2");
        assertThat(store.pinned("social")).hasValue("app-2");
        assertThat(store.pinned("other")).isEmpty();
    }
}
