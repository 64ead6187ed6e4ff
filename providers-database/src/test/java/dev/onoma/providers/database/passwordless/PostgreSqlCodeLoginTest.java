package dev.onoma.providers.database.passwordless;

import dev.onoma.core.store.AccountStore;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Logins with codes, in PostgreSQL:")
class PostgreSqlCodeLoginTest extends CodeLoginTestCases {
    @Override
    AccountStore store() {
        return Databases.postgresql();
    }
}
