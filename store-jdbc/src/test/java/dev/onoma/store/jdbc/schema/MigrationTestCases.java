package dev.onoma.store.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.credential.StoredPassword;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.ticket.LoginCode;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.store.jdbc.JdbcUserStore;
import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.StoredRows;
import dev.onoma.store.jdbc.TestDatabases;
import dev.onoma.store.jdbc.World;
import dev.onoma.store.jdbc.sql.Dialect;
import dev.onoma.testkit.TestClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How the tables come to be in one engine, whatever is there already. */
abstract class MigrationTestCases {
    private HikariDataSource source;

    /** The URL of an empty database. */
    abstract String emptyDatabase() throws SQLException;

    @BeforeEach
    void open() throws SQLException {
        source = TestDatabases.pool(emptyDatabase());
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    @DisplayName("an empty database gets its tables, and a second opening leaves them and their users alone")
    void twice() {
        JdbcUserStore.builder(source).build();
        World.of(source, "default").login("ada");

        JdbcUserStore again = JdbcUserStore.builder(source).build();

        assertThat(again.find(World.id("ada"))).isPresent();
    }

    @Test
    @DisplayName("an application's own tables and its own Flyway go on as if nothing had happened")
    void besideAnApplication() throws SQLException {
        execute("create table orders (id int primary key)");
        execute("insert into orders values (7)");
        Flyway own = Flyway.configure(MigrationTestCases.class.getClassLoader())
                .dataSource(source)
                .locations(new String[0])
                .baselineVersion("41")
                .load();
        own.baseline();

        JdbcUserStore.builder(source).build();
        World.of(source, "default").login("ada");

        assertThat(number("select count(*) from orders where id = 7")).isOne();
        assertThat(Objects.requireNonNull(own.info().current()).getVersion().getVersion())
                .isEqualTo("41");
        own.validate();
        assertThat(JdbcUserStore.builder(source).build().find(World.id("ada"))).isPresent();
    }

    @Test
    @DisplayName("tables of a later version than the library's are refused, by name, and stay as they are")
    void later() throws SQLException {
        JdbcUserStore.builder(source).build();
        execute("insert into \"onoma_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'somebody', 1, true)");

        JdbcUserStore.Builder migrating = JdbcUserStore.builder(source);
        JdbcUserStore.Builder leaving = JdbcUserStore.builder(source).withoutMigration();
        for (JdbcUserStore.Builder builder : List.of(migrating, leaving)) {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(builder::build)
                    .withMessage("the store's tables are of a later version than this library; nothing was written")
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo("store_schema_newer"));
        }
        assertThat(number("select count(*) from \"onoma_schema_history\"")).isPositive();
    }

    @TestFactory
    @DisplayName("users of every earlier version are there after an upgrade, whole, and log in")
    Stream<DynamicTest> upgrades() {
        return IntStream.rangeClosed(1, Schema.MIGRATIONS.size())
                .mapToObj(version -> DynamicTest.dynamicTest("from version " + version, () -> upgrade(version)));
    }

    private void upgrade(int version) throws SQLException, IOException {
        // The versions are tests of one method, and each needs a database of its own.
        close();
        open();
        Dialect dialect = Dialect.of(source);
        Schema.migrate(source, dialect, Schema.MIGRATIONS.subList(0, version));
        for (String row : rowsOf(version).strip().split(";\\s*\n", -1)) {
            execute(row);
        }

        JdbcUserStore store = JdbcUserStore.builder(source).build();

        User user = store.find(World.id("ada")).orElseThrow().user();
        assertThat(user.root().text(RootAttribute.NAME)).contains("Ada");
        assertThat(user.email()).contains("ada@example.org");
        assertThat(user.identities()).hasSize(2);
        assertThat(user.counters().logins()).isEqualTo(41);
        assertThat(user.appMetadata().toJson()).isEqualTo("{\"plan\":\"full\"}");
        World world = World.of(source, "default");
        assertThat(world.login("ada").orElseThrow().counters().logins()).isEqualTo(42);
        assertThat(world.store().events(World.id("ada"), 10))
                .extracting(UserEvent::type)
                .contains(EventType.LOGIN);
        assertThat(StoredRows.of(source, "default")
                        .rows("select user_id from onoma_users where tenant = ? and user_id like 'developer|%'"))
                .hasSize(1);
        if (version >= 2) {
            hasAccount(store);
        }
    }

    /** What rows have had since accounts were kept. */
    private static void hasAccount(JdbcUserStore store) {
        IdentityKey key = new IdentityKey("people", "a81bc81b");
        Credential credential = store.credentials()
                .find("people", LoginName.of(EmailAddress.of("Ada@Example.org")))
                .orElseThrow();
        assertThat(credential.identity()).isEqualTo(key);
        assertThat(credential.names()).hasSize(3);
        assertThat(credential.hasName(LoginName.username("ada"))).isTrue();
        assertThat(credential.hasName(LoginName.phoneNumber("+385911234567"))).isTrue();
        assertThat(credential.password())
                .contains(new StoredPassword("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA", TestClock.START));
        store.credentials().write(credential.withoutPassword());
        assertThat(store.tickets().take("7c".repeat(32), TicketPurpose.RESET_PASSWORD, TestClock.START))
                .contains(new Ticket(
                        "7c".repeat(32),
                        TicketPurpose.RESET_PASSWORD,
                        key,
                        "Ada@Example.org",
                        TestClock.START,
                        TestClock.START.plusSeconds(3600)));
        LoginCode code = store.codes()
                .tryOnce("email", "ada@example.org", "0f".repeat(32), 3, TestClock.START)
                .orElseThrow();
        assertThat(code.codeMac()).isEqualTo("0d".repeat(32));
        assertThat(store.codes().tryOnce("email", "ada@example.org", "0f".repeat(32), 3, TestClock.START))
                .isEmpty();
        assertThat(store.codes().take(code)).isTrue();
        assertThat(store.attempts().count("3e".repeat(32), TestClock.START, TestClock.START.plusSeconds(9)))
                .isEqualTo(8);
    }

    /** As that version wrote them; never changed. */
    private static String rowsOf(int version) throws IOException {
        String name = "rows-of-version-" + version + ".sql";
        try (InputStream rows = Objects.requireNonNull(MigrationTestCases.class.getResourceAsStream(name), name)) {
            return new String(rows.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @DisplayName("who migrates elsewhere finds the database as it was, and a store that says it cannot be used yet")
    void withoutMigration() throws SQLException {
        JdbcUserStore store = JdbcUserStore.builder(source).withoutMigration().build();

        assertThat(number("select count(*) from information_schema.tables where lower(table_name) like 'onoma%'"))
                .isZero();
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store.find(World.id("ada")));

        JdbcUserStore.builder(source).build();
        assertThat(store.find(World.id("ada"))).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }
}
