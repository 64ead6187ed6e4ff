package dev.onoma.providers.database.account;

import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.InMemoryUserStore;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Accounts in memory")
class InMemoryAccountsTest extends AccountFlows {
    @Override
    AccountStore newStore() {
        return new InMemoryUserStore();
    }
}
