package dev.onoma.store.jdbc.faults;

import dev.onoma.store.jdbc.TestDatabases;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("faults of H2 in what accounts are kept with")
class H2AccountFaultTest extends FaultContract {
    @Override
    protected DataSource database() {
        return TestDatabases.h2();
    }

    @Override
    protected List<Operation> operations() {
        return AccountOperations.ALL;
    }
}
