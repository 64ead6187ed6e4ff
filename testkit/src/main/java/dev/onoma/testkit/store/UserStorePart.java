package dev.onoma.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onoma.core.store.StoreConflictException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.LoginEvent;
import dev.onoma.core.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parts of the contract share: a fresh store for each test, and words for what they do to it. */
public abstract class UserStorePart {
    private final Stores stores;

    private @Nullable UserStore store;

    UserStorePart(Stores stores) {
        this.stores = stores;
    }

    /** The store of the test that is running: opened at first use, when whoever extends the contract is ready. */
    synchronized UserStore store() {
        if (store == null) {
            store = stores.empty().get();
        }
        return store;
    }

    UserStore anotherStore() {
        return stores.empty().get();
    }

    UserStore reopened() {
        return stores.reopened().apply(store());
    }

    /** Inserts a user, and reads it. */
    StoredUser inserted(User user) {
        store().write(new UserChange.Insert(user));
        return read(user);
    }

    StoredUser read(User user) {
        Optional<StoredUser> found = store().find(user.id());
        assertThat(found).as("the user, by its id").isPresent();
        return found.orElseThrow();
    }

    /** Writes another state of a user, and reads it. */
    StoredUser updated(StoredUser before, User after) {
        store().write(new UserChange.Update(before, after, Optional.empty()));
        return read(after);
    }

    void touch(User user, Instant at) {
        store().write(new UserChange.Touch(user.id(), new LoginEvent(at, Optional.empty())));
    }

    void isGone(User user) {
        assertThat(store().find(user.id())).as("a user that is gone, by its id").isEmpty();
        for (Identity identity : user.identities()) {
            assertThat(store().find(identity.key()))
                    .as("a user that is gone, by an identity")
                    .isEmpty();
        }
    }

    void leadsTo(User user) {
        for (Identity identity : user.identities()) {
            assertThat(store().find(identity.key()).map(stored -> stored.user().id()))
                    .as("whom an identity leads to")
                    .contains(user.id());
        }
    }

    /** The change fails in that way, and of all these users nothing has changed that can be seen. */
    void refuses(Class<? extends StoreConflictException> problem, UserChange change, User... involved) {
        List<Optional<StoredUser>> before = seen(involved);
        assertThatExceptionOfType(problem).isThrownBy(() -> store().write(change));
        assertThat(seen(involved))
                .as("what is there after a change that failed")
                .isEqualTo(before);
    }

    private List<Optional<StoredUser>> seen(User... users) {
        List<Optional<StoredUser>> seen = new ArrayList<>();
        for (User user : users) {
            seen.add(store().find(user.id()));
            user.identities().forEach(identity -> seen.add(store().find(identity.key())));
        }
        return seen;
    }
}
