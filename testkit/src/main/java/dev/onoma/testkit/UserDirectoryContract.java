package dev.onoma.testkit;

import dev.onoma.core.store.UserDirectory;
import dev.onoma.core.store.UserStore;
import dev.onoma.testkit.directory.Directories;
import dev.onoma.testkit.directory.ListingContract;
import dev.onoma.testkit.directory.SearchContract;
import dev.onoma.testkit.directory.SortingContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

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
 *
 * <p>What a query finds is compared with what {@code Query.matches} says, for some hundred users and queries that are
 * made at random, the same ones each time.
 */
public abstract class UserDirectoryContract {
    /** For those who extend it. */
    protected UserDirectoryContract() {}

    /** A store without users, another one at each call. */
    protected abstract UserStore newStore();

    /** The directory of the users of that store. */
    protected abstract UserDirectory directory(UserStore store);

    private Directories directories() {
        return new Directories(this::newStore, this::directory);
    }

    @Nested
    @DisplayName("listing users")
    class Listing extends ListingContract {
        Listing() {
            super(directories());
        }
    }

    @Nested
    @DisplayName("sorting users")
    class Sorting extends SortingContract {
        Sorting() {
            super(directories());
        }
    }

    @Nested
    @DisplayName("searching users")
    class Searching extends SearchContract {
        Searching() {
            super(directories());
        }
    }
}
