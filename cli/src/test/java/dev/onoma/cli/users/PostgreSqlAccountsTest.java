package dev.onoma.cli.users;

import org.junit.jupiter.api.DisplayName;

@DisplayName("accounts in PostgreSQL")
class PostgreSqlAccountsTest extends AccountsTest {
    @Override
    String newStore() {
        return TestStores.postgresql();
    }
}
