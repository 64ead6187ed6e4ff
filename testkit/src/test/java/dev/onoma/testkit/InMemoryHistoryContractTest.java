package dev.onoma.testkit;

import dev.onoma.core.history.History;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.UserStore;

class InMemoryHistoryContractTest extends HistoryContract {
    @Override
    protected UserStore newStore() {
        return new InMemoryUserStore();
    }

    @Override
    protected History history(UserStore store) {
        return (InMemoryUserStore) store;
    }
}
