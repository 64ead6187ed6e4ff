package dev.onoma.store.jdbc.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A connection for one use. Each statement is a transaction of its own, whatever the application's pool is set to, and
 * the connection goes back as it came.
 */
final class Lease implements AutoCloseable {
    private final DataSource source;
    private final Connection connection;
    private final boolean commitsByItself;

    private Lease(DataSource source, Connection connection, boolean commitsByItself) {
        this.source = source;
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
            return new Lease(source, connection, commitsByItself);
        } catch (SQLException | RuntimeException problem) {
            close(connection);
            throw problem;
        }
    }

    Connection connection() {
        return connection;
    }

    /**
     * Says that the connection is broken. HikariCP does not see that of H2's, and looks only at those that nobody has
     * used for half a second: under load it would lend a broken one for ever.
     */
    void discard() {
        try {
            if (source.isWrapperFor(HikariDataSource.class)) {
                source.unwrap(HikariDataSource.class).evictConnection(connection);
            }
        } catch (SQLException unknown) {
            // Another pool, which sees to it by itself.
        }
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
