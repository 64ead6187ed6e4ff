package dev.onoma.store.jdbc.races;

import dev.onoma.store.jdbc.TestDatabases;
import org.junit.jupiter.api.DisplayName;

@DisplayName("races in PostgreSQL")
class PostgreSqlRaceTest extends RaceTestCases {
    @Override
    String emptyDatabase() throws Exception {
        return TestDatabases.emptyPostgresql();
    }
}
