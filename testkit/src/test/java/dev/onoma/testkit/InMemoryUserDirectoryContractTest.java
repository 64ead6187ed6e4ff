package dev.onoma.testkit;

import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.UserDirectory;
import dev.onoma.core.store.UserStore;

class InMemoryUserDirectoryContractTest extends UserDirectoryContract {
    @Override
    protected UserStore newStore() {
        return new InMemoryUserStore();
    }

    @Override
    protected UserDirectory directory(UserStore store) {
        return (InMemoryUserStore) store;
    }
}
