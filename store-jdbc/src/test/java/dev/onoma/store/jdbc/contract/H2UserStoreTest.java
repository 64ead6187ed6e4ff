package dev.onoma.store.jdbc.contract;

import dev.onoma.core.store.UserStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.testkit.UserStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("users in H2")
class H2UserStoreTest extends UserStoreContract {
    @Override
    protected UserStore newStore() {
        return TestDatabases.store(TestDatabases.h2());
    }
}
