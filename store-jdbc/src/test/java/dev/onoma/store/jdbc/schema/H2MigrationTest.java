package dev.onoma.store.jdbc.schema;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;

@DisplayName("migration of H2")
class H2MigrationTest extends MigrationTestCases {
    @Override
    String emptyDatabase() {
        return "jdbc:h2:mem:" + UUID.randomUUID();
    }
}
