package dev.onoma.store.jdbc.races;

import dev.onoma.core.store.AccountStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.testkit.AccountStoreContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("accounts in PostgreSQL whose transactions are serializable")
class SerializableAccountsTest extends AccountStoreContract {
    @Override
    protected AccountStore newStore() {
        return TestDatabases.store(SerializableTest.Serializable.SOURCE);
    }
}
