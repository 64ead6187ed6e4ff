package dev.onoma.store.jdbc.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * By itself H2 confirms a write half a second before it is in the file, and a kill in between loses it. That can be
 * switched off, but only until the database is closed: H2 2.5 stores the setting, and does not heed it when it opens the
 * file again. A file is closed with its last connection, or with the process that serves it to others; so every new
 * connection looks. Thread-safe.
 */
final class WriteDelay {
    private static final String ON =
            "select 1 from information_schema.settings where setting_name = 'WRITE_DELAY' and setting_value <> '0'";
    private static final String OFF = "set write_delay 0";

    private final Set<Connection> known = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Switches it off, unless that is known of this connection. */
    void switchOff(Connection connection) throws SQLException {
        Connection physical =
                connection.isWrapperFor(Connection.class) ? connection.unwrap(Connection.class) : connection;
        if (known.contains(physical)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            if (isOn(statement)) {
                statement.execute(OFF);
            }
        }
        known.add(physical);
    }

    private static boolean isOn(Statement statement) throws SQLException {
        try (ResultSet on = statement.executeQuery(ON)) {
            return on.next();
        }
    }
}
