package dev.onoma.cli.users;

import org.junit.jupiter.api.DisplayName;

@DisplayName("users in PostgreSQL")
class PostgreSqlUsersTest extends UsersTest {
    @Override
    String newStore() {
        return TestStores.postgresql();
    }
}
