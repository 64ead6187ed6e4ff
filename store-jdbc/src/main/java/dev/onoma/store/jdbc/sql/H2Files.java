package dev.onoma.store.jdbc.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Which connections lead to a file of H2; and whatever one of them writes is in the file before it is confirmed.
 *
 * <p>By itself H2 confirms a write half a second before it is in the file. That can be switched off, but only until the
 * database is closed: H2 2.5 stores the setting, and does not heed it when it opens the file again. A file is closed with
 * its last connection, so every new connection looks; or with the process that serves it to others, whose connections
 * then open it by themselves, so that these look each time. Thread-safe.
 */
public final class H2Files {
    private static final String LOOK = "select database_path(), exists (select 1 from INFORMATION_SCHEMA.SETTINGS"
            + " where SETTING_NAME = 'WRITE_DELAY' and SETTING_VALUE <> '0'),"
            + " exists (select 1 from INFORMATION_SCHEMA.SESSIONS"
            + " where SESSION_ID = session_id() and SERVER is not null)";

    private static final String WRITE_AT_ONCE = "set write_delay 0";

    private final Map<Connection, Optional<H2File>> known = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile Optional<H2File> latest = Optional.empty();
    private volatile boolean looked;

    /** Whether any connection was asked. */
    boolean haveLooked() {
        return looked;
    }

    /** The file of the connection that was asked last, or empty where its database is in memory. */
    Optional<H2File> latest() {
        return latest;
    }

    /** The file of a connection, or empty where its database is in memory. */
    Optional<H2File> of(Connection connection) throws SQLException {
        Connection physical =
                connection.isWrapperFor(Connection.class) ? connection.unwrap(Connection.class) : connection;
        Optional<H2File> answer = known.get(physical);
        if (answer == null || answer.filter(H2File::isServed).isPresent()) {
            answer = look(connection);
            known.put(physical, answer);
            latest = answer;
            looked = true;
        }
        return answer;
    }

    private static Optional<H2File> look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            row.next();
            String path = row.getString(1);
            if (path == null) {
                return Optional.empty();
            }
            H2File file = new H2File(path, row.getBoolean(3));
            if (row.getBoolean(2)) {
                writeAtOnce(connection);
            }
            return Optional.of(file);
        }
    }

    /** Switches the delay off. */
    public static void writeAtOnce(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(WRITE_AT_ONCE);
        }
    }
}
