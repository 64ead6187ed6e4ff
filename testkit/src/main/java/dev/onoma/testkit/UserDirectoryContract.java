package dev.onoma.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserDirectory;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every directory of users keeps. Extend it with two methods, the second of which is mostly a cast:
 *
 * <pre>{@code
 * class MyUserDirectoryTest extends UserDirectoryContract {
 *     @Override
 *     protected UserStore newStore() {
 *         return new MyUserStore(freshDatabase());
 *     }
 *
 *     @Override
 *     protected UserDirectory directory(UserStore store) {
 *         return (MyUserStore) store;
 *     }
 * }
 * }</pre>
 */
public abstract class UserDirectoryContract {
    /** For those who extend it. */
    protected UserDirectoryContract() {}

    /** A store without users, another one at each call. */
    protected abstract UserStore newStore();

    /** The directory of the users of that store. */
    protected abstract UserDirectory directory(UserStore store);

    private @Nullable UserStore store;

    /** Opened at first use, when whoever extends the contract is ready. */
    private UserStore store() {
        if (store == null) {
            store = newStore();
        }
        return store;
    }

    private List<User> list(Optional<UserId> after, int limit) {
        return directory(store()).list(after, limit);
    }

    private User insert(String id) {
        Identity identity = new Identity(new IdentityKey("contract", id), "contract", false, JsonObject.EMPTY);
        User user = User.builder(UserId.of(id), identity, TestClock.START).build();
        store().write(new UserChange.Insert(user));
        return user;
    }

    private List<String> ids(Optional<UserId> after, int limit) {
        return list(after, limit).stream().map(user -> user.id().value()).toList();
    }

    @Test
    @DisplayName("an empty store lists nobody")
    void empty() {
        assertThat(ids(Optional.empty(), 10)).isEmpty();
        assertThat(ids(Optional.of(UserId.of("a|1")), 10)).isEmpty();
    }

    @Test
    @DisplayName("users are listed whole")
    void whole() {
        User user = insert("a|1");

        assertThat(list(Optional.empty(), 10)).containsExactly(user);
    }

    @Test
    @DisplayName("users are listed in the order of their ids by code unit, which no locale's is")
    void order() {
        List<String> ids =
                List.of("A|1", "Z|1", "_|1", "a|1", "a|10", "a|2", "a|b", "b|1", "z|1", "\u00e4|1", "\u0131|1");
        List.of(6, 2, 10, 0, 4, 8, 1, 3, 9, 5, 7).forEach(i -> insert(ids.get(i)));

        assertThat(ids(Optional.empty(), 100)).isEqualTo(ids);
    }

    @Test
    @DisplayName("pages hold as many as asked for, and together each user once")
    void pages() {
        List<String> all = new ArrayList<>();
        for (int i = 10; i < 35; i++) {
            all.add(insert("a|" + i).id().value());
        }

        List<String> paged = new ArrayList<>();
        List<String> page = ids(Optional.empty(), 10);
        while (!page.isEmpty()) {
            assertThat(page.size()).isLessThanOrEqualTo(10);
            paged.addAll(page);
            page = ids(Optional.of(UserId.of(page.get(page.size() - 1))), 10);
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    @DisplayName("a page begins behind an id that nobody has, or has any more")
    void behindNobody() {
        insert("a|1");
        User gone = insert("a|3");
        insert("a|4");
        store().write(new UserChange.Delete(store().find(gone.id()).orElseThrow()));

        assertThat(ids(Optional.of(UserId.of("a|2")), 10)).containsExactly("a|4");
        assertThat(ids(Optional.of(gone.id()), 10)).containsExactly("a|4");
        assertThat(ids(Optional.of(UserId.of("a|4")), 10)).isEmpty();
    }

    @Test
    @DisplayName("L7: tombstones are not listed, and take no place on a page")
    void tombstones() {
        insert("a|1");
        User blocked = insert("a|2");
        insert("a|3");
        StoredUser stored = store().find(blocked.id()).orElseThrow();
        store().write(new UserChange.Update(
                stored, blocked.toBuilder().blocked(true).build(), Optional.empty()));
        store().write(new UserChange.Delete(store().find(blocked.id()).orElseThrow()));

        assertThat(ids(Optional.empty(), 2)).containsExactly("a|1", "a|3");
    }
}
