package dev.onoma.testkit;

import dev.onoma.core.store.UserStore;
import dev.onoma.testkit.store.CandidatesContract;
import dev.onoma.testkit.store.ConflictContract;
import dev.onoma.testkit.store.CounterContract;
import dev.onoma.testkit.store.DeletionContract;
import dev.onoma.testkit.store.ExactKeysContract;
import dev.onoma.testkit.store.FindingContract;
import dev.onoma.testkit.store.LinkingContract;
import dev.onoma.testkit.store.LoginContract;
import dev.onoma.testkit.store.RaceContract;
import dev.onoma.testkit.store.RoundTripContract;
import dev.onoma.testkit.store.Stores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What every store of users keeps. Extend it with one method:
 *
 * <pre>{@code
 * class MyUserStoreTest extends UserStoreContract {
 *     @Override
 *     protected UserStore newStore() {
 *         return new MyUserStore(freshDatabase());
 *     }
 * }
 * }</pre>
 *
 * <p>Up to 64 threads use one store at once; none may wait for another for longer than a minute. The rules that the
 * tests name are explained in {@code docs/rules.md}. That what was acknowledged survives a crash (T4), and what a login
 * costs (T5), no test of this kind can show.
 *
 * @see UserDirectoryContract
 * @see IdSpacesContract
 */
public abstract class UserStoreContract {
    /** For those who extend it. */
    protected UserStoreContract() {}

    /** A store without users, another one at each call: two of them never share users. */
    protected abstract UserStore newStore();

    /**
     * Another store over the same users, as after a restart; what was written is read through it. Default: the store
     * itself, for stores that live no longer than their process.
     */
    protected UserStore reopened(UserStore store) {
        return store;
    }

    private Stores stores() {
        return new Stores(this::newStore, this::reopened);
    }

    @Nested
    @DisplayName("finding users")
    class Finding extends FindingContract {
        Finding() {
            super(stores());
        }
    }

    @Nested
    @DisplayName("giving back what was stored")
    class RoundTrips extends RoundTripContract {
        RoundTrips() {
            super(stores());
        }
    }

    @Nested
    @DisplayName("keys that look alike")
    class ExactKeys extends ExactKeysContract {
        ExactKeys() {
            super(stores());
        }
    }

    @Nested
    @DisplayName("changes that do not fit")
    class Conflicts extends ConflictContract {
        Conflicts() {
            super(stores());
        }
    }

    @Nested
    @DisplayName("counting logins")
    class Counters extends CounterContract {
        Counters() {
            super(stores());
        }
    }

    @Nested
    @DisplayName("merging and splitting users")
    class Linking extends LinkingContract {
        Linking() {
            super(stores());
        }
    }

    @Nested
    @DisplayName("deleting users")
    class Deletion extends DeletionContract {
        Deletion() {
            super(stores());
        }
    }

    @Nested
    @DisplayName("users with an address")
    class Candidates extends CandidatesContract {
        Candidates() {
            super(stores());
        }
    }

    @Nested
    @DisplayName("changes at the same time")
    class Races extends RaceContract {
        Races() {
            super(stores());
        }
    }

    @Nested
    @DisplayName("logins")
    class Logins extends LoginContract {
        Logins() {
            super(stores());
        }
    }
}
