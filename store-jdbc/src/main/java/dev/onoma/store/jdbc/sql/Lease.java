package dev.onoma.store.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A connection for one use. Each statement is a transaction of its own, whatever the application's pool is set to, and
 * the connection goes back as it came.
 */
final class Lease implements AutoCloseable {
    private final Connection connection;
    private final boolean commitsByItself;

    private Lease(Connection connection, boolean commitsByItself) {
        this.connection = connection;
        this.commitsByItself = commitsByItself;
    }

    static Lease of(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            boolean commitsByItself = connection.getAutoCommit();
            if (!commitsByItself) {
                connection.setAutoCommit(true);
            }
            return new Lease(connection, commitsByItself);
        } catch (SQLException | RuntimeException problem) {
            close(connection);
            throw problem;
        }
    }

    Connection connection() {
        return connection;
    }

    /** What was done is done: a connection that cannot be given back changes nothing about it. */
    @Override
    public void close() {
        try {
            if (!commitsByItself) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException gone) {
            // The pool finds out by itself.
        }
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            // Likewise.
        }
    }
}
