package dev.onoma.store.jdbc;

import org.junit.jupiter.api.DisplayName;

@DisplayName("tenants of one database in H2")
class H2TenantTest extends TenantTestCases {
    H2TenantTest() {
        super(TestDatabases.h2());
    }
}
