package dev.onoma.store.jdbc.contract;

import dev.onoma.core.store.UserDirectory;
import dev.onoma.core.store.UserStore;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.testkit.UserDirectoryContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("finding users in PostgreSQL")
class PostgreSqlUserDirectoryTest extends UserDirectoryContract {
    @Override
    protected UserStore newStore() {
        return TestDatabases.store(TestDatabases.postgresql());
    }

    @Override
    protected UserDirectory directory(UserStore store) {
        return (JdbcUserStore) store;
    }
}
