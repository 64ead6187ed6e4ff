package dev.onoma.cli.users;

import org.junit.jupiter.api.DisplayName;

@DisplayName("accounts in a file of H2")
class H2AccountsTest extends AccountsTest {
    @Override
    String newStore() {
        return TestStores.h2(folder);
    }
}
