package dev.onoma.testkit;

import dev.onoma.core.store.ImportStore;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.UserStore;

class InMemoryImportStoreContractTest extends ImportStoreContract {
    @Override
    protected UserStore newStore() {
        return new InMemoryUserStore();
    }

    @Override
    protected ImportStore imports(UserStore store) {
        return (InMemoryUserStore) store;
    }
}
