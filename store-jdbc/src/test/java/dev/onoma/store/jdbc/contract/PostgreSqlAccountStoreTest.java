package dev.onoma.store.jdbc.contract;

import dev.onoma.core.store.AccountStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.testkit.AccountStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("accounts in PostgreSQL")
class PostgreSqlAccountStoreTest extends AccountStoreContract {
    @Override
    protected AccountStore newStore() {
        return TestDatabases.store(TestDatabases.postgresql());
    }
}
