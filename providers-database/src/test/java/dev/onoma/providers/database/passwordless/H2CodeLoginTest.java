package dev.onoma.providers.database.passwordless;

import dev.onoma.core.store.AccountStore;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Logins with codes, in H2:")
class H2CodeLoginTest extends CodeLoginTestCases {
    @Override
    AccountStore store() {
        return Databases.h2();
    }
}
