package dev.onoma.testkit;

import dev.onoma.core.store.IdSpaces;
import dev.onoma.core.store.InMemoryUserStore;

class InMemoryIdSpacesContractTest extends IdSpacesContract {
    @Override
    protected IdSpaces newIdSpaces() {
        return new InMemoryUserStore();
    }
}
