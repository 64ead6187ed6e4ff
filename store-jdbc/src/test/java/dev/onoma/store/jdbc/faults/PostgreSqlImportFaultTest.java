package dev.onoma.store.jdbc.faults;

import dev.onoma.store.jdbc.TestDatabases;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("an import that faults of PostgreSQL interrupt is taken up again")
class PostgreSqlImportFaultTest extends FaultContract {
    @Override
    protected DataSource database() {
        return TestDatabases.postgresql();
    }

    @Override
    protected List<Operation> operations() {
        return BulkImport.ALL;
    }
}
