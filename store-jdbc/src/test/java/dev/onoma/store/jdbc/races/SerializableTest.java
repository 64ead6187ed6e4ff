package dev.onoma.store.jdbc.races;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.UserStore;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.StoreObserver;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.testkit.UserStoreContract;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("users in PostgreSQL whose transactions are serializable")
class SerializableTest extends UserStoreContract {
    private static final AtomicInteger REPEATED = new AtomicInteger();

    @Override
    protected UserStore newStore() {
        return JdbcUserStore.builder(Serializable.SOURCE)
                .tenant(UUID.randomUUID().toString())
                .observer(new Counting())
                .withoutMigration()
                .build();
    }

    @AfterAll
    static void conflicts() {
        assertThat(REPEATED).as("conflicts that were met").hasPositiveValue();
    }

    /** The database, one for all tests. */
    static final class Serializable {
        static final DataSource SOURCE = TestDatabases.serializablePostgresql();
    }

    private static final class Counting implements StoreObserver {
        @Override
        public void finished(String operation, Duration took, boolean succeeded) {
            // Only repetitions are counted.
        }

        @Override
        public void repeated(String operation) {
            REPEATED.incrementAndGet();
        }
    }
}
