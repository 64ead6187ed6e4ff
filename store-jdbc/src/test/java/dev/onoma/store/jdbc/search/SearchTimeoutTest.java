package dev.onoma.store.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.core.search.Query;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.search.SearchTimeoutException;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.StoreObserver;
import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.sql.Database;
import dev.onoma.store.jdbc.sql.Dialect;
import dev.onoma.store.jdbc.sql.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a search that takes too long")
class SearchTimeoutTest {
    private static void times(Database database, String endless) {
        assertThatThrownBy(() -> database.read(
                        "endless", sql -> sql.query(ResultSet::next, endless, List.of(), Duration.ofSeconds(1))))
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        canceled -> assertThat(canceled.getSQLState()).isEqualTo(Statements.CANCELED));
    }

    @Test
    @DisplayName("is given up by PostgreSQL")
    void postgresql() {
        times(
                new Database(TestDatabases.postgresql(), Dialect.POSTGRESQL, StoreObserver.NONE),
                "select sum(a * b) from generate_series(1, 1000000) a, generate_series(1, 1000000) b");
    }

    @Test
    @DisplayName("is given up by H2")
    void h2() {
        times(
                new Database(TestDatabases.h2(), Dialect.H2, StoreObserver.NONE),
                "select sum(a.x * b.x) from system_range(1, 1000000) a, system_range(1, 1000000) b");
    }

    @Test
    @DisplayName("leaves no time-out to what comes next on its connection, for which H2 would keep it")
    void leavesNone() throws SQLException {
        try (HikariDataSource source = TestDatabases.pool("jdbc:h2:mem:time-out", 1)) {
            Database database = new Database(source, Dialect.H2, StoreObserver.NONE);

            database.read("short", sql -> sql.query(ResultSet::next, "select 1", List.of(), Duration.ofSeconds(1)));

            try (Connection same = source.getConnection();
                    Statement next = same.createStatement()) {
                assertThat(next.getQueryTimeout()).isZero();
            }
        }
    }

    @Test
    @DisplayName("is told from a database that cannot be used")
    void canceled() {
        SearchRequest request = SearchRequest.of(Query.EVERYONE);

        assertThatThrownBy(() -> failing(Statements.CANCELED).page(request)).isInstanceOf(SearchTimeoutException.class);
        assertThatThrownBy(() -> failing("42501").page(request)).isInstanceOf(StoreUnavailableException.class);
    }

    private static UserSearch failing(String state) {
        HikariDataSource source = new HikariDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("failed", state);
            }
        };
        Database database = new Database(source, Dialect.H2, StoreObserver.NONE);
        return new UserSearch("tenant", database, Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("is an error that says so")
    void error() {
        TestDatabases.store(TestDatabases.h2());
        Database database = new Database(TestDatabases.h2(), Dialect.H2, StoreObserver.NONE);
        UserSearch search = new UserSearch("nobody", database, Duration.ofNanos(-1));

        assertThatThrownBy(() -> search.page(SearchRequest.of(Query.EVERYONE)))
                .isInstanceOf(SearchTimeoutException.class)
                .hasMessage("the search takes longer than the store allows; ask for less");
    }

    @Test
    @DisplayName("has at least a second")
    void least() {
        JdbcUserStore.Builder builder = JdbcUserStore.builder(TestDatabases.h2());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.searchTimeout(Duration.ofMillis(999)))
                .withMessage("searchTimeout must be at least one second");
    }
}
