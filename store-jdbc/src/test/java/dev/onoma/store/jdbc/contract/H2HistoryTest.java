package dev.onoma.store.jdbc.contract;

import dev.onoma.core.history.History;
import dev.onoma.core.store.UserStore;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.testkit.HistoryContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("history in H2")
class H2HistoryTest extends HistoryContract {
    @Override
    protected UserStore newStore() {
        return TestDatabases.store(TestDatabases.h2());
    }

    @Override
    protected History history(UserStore store) {
        return (JdbcUserStore) store;
    }
}
