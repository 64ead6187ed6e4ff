package dev.onoma.store.jdbc.contract;

import dev.onoma.core.store.UserStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.testkit.UserStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("users in PostgreSQL")
class PostgreSqlUserStoreTest extends UserStoreContract {
    @Override
    protected UserStore newStore() {
        return TestDatabases.store(TestDatabases.postgresql());
    }
}
