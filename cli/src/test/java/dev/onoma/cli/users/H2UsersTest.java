package dev.onoma.cli.users;

import org.junit.jupiter.api.DisplayName;

@DisplayName("users in a file of H2")
class H2UsersTest extends UsersTest {
    @Override
    String newStore() {
        return TestStores.h2(folder);
    }
}
