package dev.onoma.testkit;

import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.InMemoryUserStore;

class InMemoryAccountStoreContractTest extends AccountStoreContract {
    @Override
    protected AccountStore newStore() {
        return new InMemoryUserStore();
    }
}
