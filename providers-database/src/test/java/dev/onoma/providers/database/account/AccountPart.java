package dev.onoma.providers.database.account;

import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.guard.AccountLimits;
import org.junit.jupiter.api.BeforeEach;

/** A part of what accounts do, on whichever store. */
abstract class AccountPart {
    AccountsWorld world = new AccountsWorld(new InMemoryUserStore());

    abstract AccountStore newStore();

    @BeforeEach
    void open() {
        world = new AccountsWorld(newStore());
    }

    /** The same store with one limit changed. */
    AccountsWorld limited(AccountLimit limit, int value) {
        return new AccountsWorld(world.store, AccountLimits.STANDARD.with(limit, value), LinkPolicy.NEVER);
    }
}
