package dev.onoma.providers.database.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.providers.database.account.FailedLogins.Kind;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.util.Collections;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What a failed login asks of a database")
class FailedLoginRoundTripsTest {
    private static final JdbcConnectionPool POOL =
            JdbcConnectionPool.create("jdbc:h2:mem:round_trips;DB_CLOSE_DELAY=-1", "onoma", "");
    private static final RoundTrips TRIPS = new RoundTrips(POOL);
    private static final FailedLogins LOGINS = new FailedLogins(
            JdbcUserStore.builder(TRIPS.source()).build(), AccountsWorld.cheap().build());

    @AfterAll
    static void close() {
        POOL.dispose();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("is six statements, each for itself, whyever it fails: a transaction more would tell by its time")
    void statements(Kind kind) {
        // Whatever is counted for the first time is counted by two, and a connection's id space is asked for until a
        // login has come through it.
        LOGINS.fail(kind);
        LOGINS.fail(Kind.BLOCKED_RIGHT_PASSWORD);
        TRIPS.calls.clear();

        LOGINS.fail(kind);

        assertThat(TRIPS.calls).isEqualTo(Collections.nCopies(6, "statement"));
    }
}
