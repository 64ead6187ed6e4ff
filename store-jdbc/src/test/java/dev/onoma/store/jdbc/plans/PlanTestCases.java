package dev.onoma.store.jdbc.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.store.ImportKeys;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.testkit.Developer;
import dev.onoma.testkit.TestClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How an engine carries logins out when it holds many users. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlanTestCases {
    static final int USERS = 20_000;
    private static final Map<String, String> KNOWN = Map.of("id", "known", "email", "known@example.org");

    private HikariDataSource source;
    private WatchedDatabase database;
    private JdbcUserStore store;
    private LoginProcessor logins;

    /** The URL of an empty database. */
    abstract String emptyDatabase() throws SQLException;

    /** A query for the numbers from 1 to {@link #USERS}, as {@code n}. */
    abstract String numbers();

    /** Whether a plan reads all rows of a table, or all of a tenant. */
    abstract boolean readsAll(String plan);

    /** The empty object as JSON. */
    abstract String emptyJson();

    @BeforeAll
    void manyUsers() throws SQLException {
        String url = emptyDatabase();
        try (HikariDataSource migrating = TestDatabases.pool(url)) {
            JdbcUserStore.builder(migrating).build();
        }
        // All that happens, happens on one connection.
        source = TestDatabases.pool(url, 1);
        database = new WatchedDatabase(source);
        store = JdbcUserStore.builder(database.source()).withoutMigration().build();
        logins = LoginProcessor.builder(store)
                .connection(Developer.connection("developer")
                        .linkPolicy(LinkPolicy.PROPOSE)
                        .build())
                .build();
        for (String fill : filling()) {
            execute(fill);
        }
        logins.login(Developer.login("developer", KNOWN)).orElseThrow();
        execute("analyze");
    }

    @AfterAll
    void close() {
        source.close();
    }

    private List<String> filling() {
        String n = " from (" + numbers() + ") numbers";
        String id = "select 'default', 'developer|' || n, ";
        String key = "select 'default', 'developer', 'subject-' || n, ";
        String json = emptyJson();
        return List.of(
                "insert into onoma_users (tenant, user_id, version, tombstone, owners, verifications, email_key,"
                        + " user_metadata, app_metadata, blocked, created_at, updated_at) " + id + "1, false, " + json
                        + ", " + json + ", 'user-' || n || '@example.org', " + json + ", " + json
                        + ", false, current_timestamp, current_timestamp" + n,
                "insert into onoma_identities (tenant, user_id, connection, subject, position, provider, is_social,"
                        + " vouched_for, profile_data) " + id
                        + "'developer', 'subject-' || n, 0, 'developer', true, true, "
                        + json + n,
                "insert into onoma_logins (tenant, user_id, logins_count) " + id + "1" + n,
                "insert into onoma_events (tenant, user_id, at, event_id, type) " + id + "current_timestamp, n, 'login'"
                        + n,
                "insert into onoma_credentials (tenant, connection, subject, version, email_key) " + key
                        + "1, 'user-' || n || '@example.org'" + n,
                "insert into onoma_tickets (tenant, connection, subject, ticket_hash, purpose, address, issued_at,"
                        + " expires_at) " + key + "'hash-' || n, 'verify_email', '', current_timestamp,"
                        + " current_timestamp" + n);
    }

    @Test
    @DisplayName("T5: a returning login is two statements, and no transaction of several")
    void twoStatements() {
        logins.login(Developer.login("developer", KNOWN)).orElseThrow();
        int transactions = database.transactions();
        database.sent();

        assertThat(logins.login(Developer.login("developer", KNOWN))
                        .accepted()
                        .orElseThrow()
                        .outcome())
                .isEqualTo(LoginOutcome.UNCHANGED);

        assertThat(database.sent()).hasSize(2);
        assertThat(database.transactions()).isEqualTo(transactions);
    }

    @Test
    @DisplayName("T5: no statement of a returning login reads a whole table")
    void returningLogin() throws SQLException {
        database.sent();
        logins.login(Developer.login("developer", KNOWN)).orElseThrow();

        noneScans(database.sent());
    }

    @Test
    @DisplayName("T5: no statement of a login that updates reads a whole table")
    void updatingLogin() throws SQLException {
        database.sent();
        logins.login(Developer.login("developer", Map.of("id", "known", "name", "Ada")))
                .orElseThrow();

        noneScans(database.sent());
    }

    @Test
    @DisplayName("T5: no statement of a first login reads a whole table, the search for candidates included")
    void firstLogin() throws SQLException {
        database.sent();
        logins.login(Developer.login(
                        "developer", Map.of("id", "first", "email", "known@example.org", "email_verified", "true")))
                .orElseThrow();

        List<WatchedDatabase.Sent> sent = database.sent();
        assertThat(sent).anySatisfy(one -> assertThat(one.sql()).contains("email_key = ?"));
        noneScans(sent);
    }

    @Test
    @DisplayName("no statement about one account reads a whole table: by name, by identity, by ticket")
    void accounts() throws SQLException {
        IdentityKey seven = new IdentityKey("developer", "subject-7");
        database.sent();

        assertThat(store.credentials().find("developer", LoginName.of(EmailAddress.of("user-7@example.org"))))
                .isPresent();
        Credential read = store.credentials().find(seven).orElseThrow();
        store.credentials().write(read.withPassword("hash", TestClock.START));
        assertThat(store.tickets().take("hash-7", TicketPurpose.VERIFY_EMAIL, Instant.EPOCH))
                .isPresent();
        store.tickets().revoke(seven);

        List<WatchedDatabase.Sent> sent = database.sent();
        assertThat(sent).hasSize(5);
        noneScans(sent);
    }

    @Test
    @DisplayName("no statement by which an import finds whom its rows mean reads a whole table")
    void imports() throws SQLException {
        database.sent();

        assertThat(store.matches(new ImportKeys(
                        "developer",
                        Set.of(UserId.of("developer|1")),
                        Set.of("subject-2"),
                        Set.of("user-3@example.org"),
                        Set.of("nobody"),
                        Set.of("+4930000000"))))
                .hasSize(3);
        store.credentials(List.of(new IdentityKey("developer", "subject-7")));

        noneScans(database.sent().stream()
                .filter(one -> !one.sql().startsWith("set local"))
                .toList());
    }

    private void noneScans(List<WatchedDatabase.Sent> sent) throws SQLException {
        assertThat(sent).hasSizeGreaterThanOrEqualTo(2);
        for (WatchedDatabase.Sent one : sent) {
            String plan = plan(one);
            assertThat(readsAll(plan)).as(plan).isFalse();
        }
    }

    /** That scans would be seen. */
    @Test
    @DisplayName("a query without an index is seen to read a whole table")
    void scanned() throws SQLException {
        String where = "select * from onoma_users where picture = 'none'";
        assertThat(readsAll(plan(new WatchedDatabase.Sent(where, Map.of())))).isTrue();
        assertThat(readsAll(plan(new WatchedDatabase.Sent(where + " and tenant = ?", Map.of(1, "default")))))
                .isTrue();
    }

    private String plan(WatchedDatabase.Sent sent) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("explain " + sent.sql())) {
            for (Map.Entry<Integer, Object> parameter : sent.parameters().entrySet()) {
                statement.setObject(parameter.getKey(), parameter.getValue());
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    HikariDataSource source() {
        return source;
    }

    String planOfPage(SearchRequest page) throws SQLException {
        database.sent();
        store.search(page);
        return plan(database.sent().get(0));
    }

    void returns() {
        logins.login(Developer.login("developer", KNOWN)).orElseThrow();
    }
}
