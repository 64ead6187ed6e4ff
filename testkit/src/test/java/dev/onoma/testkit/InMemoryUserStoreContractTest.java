package dev.onoma.testkit;

import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.UserStore;

class InMemoryUserStoreContractTest extends UserStoreContract {
    @Override
    protected UserStore newStore() {
        return new InMemoryUserStore();
    }
}
