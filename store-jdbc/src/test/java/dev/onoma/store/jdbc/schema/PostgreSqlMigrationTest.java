package dev.onoma.store.jdbc.schema;

import dev.onoma.store.jdbc.TestDatabases;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;

@DisplayName("migration of PostgreSQL")
class PostgreSqlMigrationTest extends MigrationTestCases {
    @Override
    String emptyDatabase() throws SQLException {
        return TestDatabases.emptyPostgresql();
    }
}
