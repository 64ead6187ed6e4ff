package dev.onoma.store.jdbc.contract;

import dev.onoma.core.store.IdSpaces;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.testkit.IdSpacesContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("id spaces in H2")
class H2IdSpacesTest extends IdSpacesContract {
    @Override
    protected IdSpaces newIdSpaces() {
        return TestDatabases.store(TestDatabases.h2());
    }
}
