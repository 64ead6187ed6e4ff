package dev.onoma.testkit;

import dev.onoma.core.store.AccountStore;
import dev.onoma.testkit.accounts.AccountRaceContract;
import dev.onoma.testkit.accounts.AttemptContract;
import dev.onoma.testkit.accounts.CodeContract;
import dev.onoma.testkit.accounts.CredentialContract;
import dev.onoma.testkit.accounts.DeletionContract;
import dev.onoma.testkit.accounts.PurgeContract;
import dev.onoma.testkit.accounts.TicketContract;
import dev.onoma.testkit.accounts.WritingContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What every store of accounts keeps beside what a store of users does: credentials, tickets, codes and counts of
 * attempts. Extend it with one method:
 *
 * <pre>{@code
 * class MyAccountStoreTest extends AccountStoreContract {
 *     @Override
 *     protected AccountStore newStore() {
 *         return new MyUserStore(freshDatabase());
 *     }
 * }
 * }</pre>
 *
 * <p>Up to 64 threads use one store at once; none may wait for another for longer than a minute. Times are whole
 * milliseconds.
 *
 * @see UserStoreContract
 */
public abstract class AccountStoreContract {
    /** For those who extend it. */
    protected AccountStoreContract() {}

    /** A store without users, another one at each call: two of them never share anything. */
    protected abstract AccountStore newStore();

    @Nested
    @DisplayName("finding credentials")
    class Credentials extends CredentialContract {
        Credentials() {
            super(AccountStoreContract.this::newStore);
        }
    }

    @Nested
    @DisplayName("writing credentials")
    class Writing extends WritingContract {
        Writing() {
            super(AccountStoreContract.this::newStore);
        }
    }

    @Nested
    @DisplayName("accounts of users that are deleted, linked and unlinked")
    class Deletion extends DeletionContract {
        Deletion() {
            super(AccountStoreContract.this::newStore);
        }
    }

    @Nested
    @DisplayName("tickets")
    class Tickets extends TicketContract {
        Tickets() {
            super(AccountStoreContract.this::newStore);
        }
    }

    @Nested
    @DisplayName("codes")
    class Codes extends CodeContract {
        Codes() {
            super(AccountStoreContract.this::newStore);
        }
    }

    @Nested
    @DisplayName("counting attempts")
    class Attempts extends AttemptContract {
        Attempts() {
            super(AccountStoreContract.this::newStore);
        }
    }

    @Nested
    @DisplayName("forgetting what is over")
    class Purge extends PurgeContract {
        Purge() {
            super(AccountStoreContract.this::newStore);
        }
    }

    @Nested
    @DisplayName("credentials at the same time")
    class Races extends AccountRaceContract {
        Races() {
            super(AccountStoreContract.this::newStore);
        }
    }
}
