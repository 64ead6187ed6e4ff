package dev.onoma.store.jdbc.users;

import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.User;
import dev.onoma.store.jdbc.sql.Statements;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counters of users as rows. */
final class CounterRows {
    static final String TABLE = "onoma_logins";

    /** The columns, in the order of {@link #row}. */
    static final List<String> COLUMNS = List.of("tenant", "user_id", "logins_count", "last_login", "last_ip");

    private CounterRows() {}

    /** The counters of a new user. */
    static void insert(String tenant, User user, Statements sql) throws SQLException {
        sql.update(
                "insert into " + TABLE + " (" + String.join(", ", COLUMNS) + ") values (?, ?, ?, ?, ?)",
                row(tenant, user));
    }

    static List<@Nullable Object> row(String tenant, User user) {
        LoginCounters counters = user.counters();
        return Arrays.asList(
                tenant,
                user.id().value(),
                counters.logins(),
                counters.lastLogin().orElse(null),
                counters.lastIp().orElse(null));
    }
}
