package dev.onoma.store.jdbc.faults;

import dev.onoma.store.jdbc.TestDatabases;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("faults of PostgreSQL in what accounts are kept with")
class PostgreSqlAccountFaultTest extends FaultContract {
    @Override
    protected DataSource database() {
        return TestDatabases.postgresql();
    }

    @Override
    protected List<Operation> operations() {
        return AccountOperations.ALL;
    }
}
