package dev.onoma.providers.database.account;

import dev.onoma.providers.database.passwordless.Databases;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Users who move here from a custom database with their first login, in H2")
class H2MovingLoginTest extends MovingLoginTest {
    @Override
    Moving world() {
        return new Moving(Databases.h2());
    }
}
