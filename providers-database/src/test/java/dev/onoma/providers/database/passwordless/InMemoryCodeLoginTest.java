package dev.onoma.providers.database.passwordless;

import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.InMemoryUserStore;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Logins with codes, in memory:")
class InMemoryCodeLoginTest extends CodeLoginTestCases {
    @Override
    AccountStore store() {
        return new InMemoryUserStore();
    }
}
