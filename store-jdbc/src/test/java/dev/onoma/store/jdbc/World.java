package dev.onoma.store.jdbc;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.administration.Administration;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.connection.LinkPolicy;
import dev.onoma.core.login.AccountLinking;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.transfer.UserImport;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.testkit.Developer;
import dev.onoma.testkit.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** An application over a store: what logs in, links and administers, for one tenant and by one clock. */
public final class World {
    /** Where unknown identities join users with the same verified address. */
    public static final String TRUSTING = "trusting";

    /** Where unknown identities become users. */
    public static final String DEVELOPER = "developer";

    private static final Connections CONNECTIONS = Connections.of(
            developer(DEVELOPER).build(),
            developer(TRUSTING).linkPolicy(LinkPolicy.AUTOMATIC).build());

    private final JdbcUserStore store;
    private final String tenant;
    private final TestClock clock;

    private World(JdbcUserStore store, String tenant, TestClock clock) {
        this.store = requireNonNull(store, "store");
        this.tenant = requireNonNull(tenant, "tenant");
        this.clock = requireNonNull(clock, "clock");
    }

    private static Connection.Builder developer(String name) {
        return Developer.connection(name).trustForLinking();
    }

    /** A world without users, in a database that has the tables. */
    public static World empty(DataSource source) {
        return of(source, UUID.randomUUID().toString());
    }

    /** The world of a tenant, in a database that has the tables. */
    public static World of(DataSource source, String tenant) {
        TestClock clock = TestClock.fixed();
        return new World(
                JdbcUserStore.builder(source)
                        .tenant(tenant)
                        .clock(clock)
                        .withoutMigration()
                        .build(),
                tenant,
                clock);
    }

    public JdbcUserStore store() {
        return store;
    }

    public String tenant() {
        return tenant;
    }

    /** Lets a second pass. */
    public void later() {
        clock.advance(Duration.ofSeconds(1));
    }

    /** A login, by a processor of its own as on another machine. */
    public LoginResult login(String connection, Map<String, String> form) {
        return LoginProcessor.builder(store)
                .connections(CONNECTIONS)
                .clock(clock)
                .build()
                .login(Developer.login(connection, form));
    }

    /** A login of somebody with nothing but an id. */
    public LoginResult login(String id) {
        return login(DEVELOPER, Map.of("id", id));
    }

    public Administration administration() {
        return Administration.over(store, CONNECTIONS, clock);
    }

    public AccountLinking linking() {
        return AccountLinking.over(store, clock);
    }

    /** An import of users of a database connection. */
    public UserImport.Builder importing(Connection connection) {
        return UserImport.into(connection, store).clock(clock);
    }

    /** A user as it is stored. */
    public User user(String id) {
        return store.find(id(id)).orElseThrow().user();
    }

    /** The id of a user of the developer's connection. */
    public static UserId id(String id) {
        return UserId.of(DEVELOPER + "|" + id);
    }
}
