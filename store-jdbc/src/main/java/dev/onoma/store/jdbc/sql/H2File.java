package dev.onoma.store.jdbc.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What it takes for a database of H2 to stand a kill, where it is a file.
 *
 * <p>By itself H2 confirms a write half a second before it is in the file. That can be switched off, but only until the
 * database is closed: H2 2.5 stores the setting, and does not heed it when it opens the file again. A file is closed with
 * its last connection, or with the process that serves it to others; so every new connection looks.
 *
 * <p>And H2 saves its tables one after the other while others go on writing: of a transaction that is confirmed
 * meanwhile, the file can hold a part, which is all that is left after a kill. So whoever writes {@linkplain #TAKE_TURN
 * takes a turn}, which lasts until H2 has saved the transaction. Thread-safe.
 */
public final class H2File {
    /** What turns are taken at; it never holds a row. */
    public static final String TURNS = "create table if not exists onoma_turns (turn int)";

    /**
     * Waits until nobody else writes, and keeps the others waiting until the transaction is over. H2 has no {@code LOCK
     * TABLE}; this locks the table in the same way, and changes nothing.
     */
    public static final String TAKE_TURN = "alter table onoma_turns set referential_integrity true";

    private static final String LOOK = "select database_path(), exists (select 1 from information_schema.settings"
            + " where setting_name = 'WRITE_DELAY' and setting_value <> '0')";

    private static final String WRITE_AT_ONCE = "set write_delay 0";

    private final Map<Connection, Boolean> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** Whether a connection's database is a file; if so, it writes at once from now on. */
    boolean holds(Connection connection) throws SQLException {
        Connection physical =
                connection.isWrapperFor(Connection.class) ? connection.unwrap(Connection.class) : connection;
        Boolean answer = known.get(physical);
        if (answer == null) {
            answer = look(connection);
            known.put(physical, answer);
        }
        return answer;
    }

    private static boolean look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            row.next();
            boolean isFile = row.getString(1) != null;
            if (isFile && row.getBoolean(2)) {
                writeAtOnce(connection);
            }
            return isFile;
        }
    }

    /** Switches the delay off. */
    public static void writeAtOnce(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(WRITE_AT_ONCE);
        }
    }
}
