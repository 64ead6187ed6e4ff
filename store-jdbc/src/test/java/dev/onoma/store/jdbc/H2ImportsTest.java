package dev.onoma.store.jdbc;

import dev.onoma.core.store.ImportStore;
import dev.onoma.core.store.UserStore;
import dev.onoma.testkit.ImportStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("imports into H2")
class H2ImportsTest extends ImportStoreContract {
    @Override
    protected UserStore newStore() {
        return TestDatabases.store(TestDatabases.h2());
    }

    @Override
    protected ImportStore imports(UserStore store) {
        return (JdbcUserStore) store;
    }
}
