package dev.onoma.store.jdbc.faults;

import dev.onoma.store.jdbc.TestDatabases;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("an import that faults of H2 interrupt is taken up again")
class H2ImportFaultTest extends FaultContract {
    @Override
    protected DataSource database() {
        return TestDatabases.h2();
    }

    @Override
    protected List<Operation> operations() {
        return BulkImport.ALL;
    }
}
