package dev.onoma.providers.database.account;

import dev.onoma.providers.database.passwordless.Databases;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Users of a custom database who have not moved yet: resets, signups, deletions, in H2")
class H2MovingNamesTest extends MovingNamesTest {
    @Override
    Moving world() {
        return new Moving(Databases.h2());
    }
}
