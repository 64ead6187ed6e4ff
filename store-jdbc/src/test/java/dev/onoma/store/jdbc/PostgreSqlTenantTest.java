package dev.onoma.store.jdbc;

import org.junit.jupiter.api.DisplayName;

@DisplayName("tenants of one database in PostgreSQL")
class PostgreSqlTenantTest extends TenantTestCases {
    PostgreSqlTenantTest() {
        super(TestDatabases.postgresql());
    }
}
