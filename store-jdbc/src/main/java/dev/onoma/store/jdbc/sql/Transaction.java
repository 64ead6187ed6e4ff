package dev.onoma.store.jdbc.sql;

import dev.onoma.store.jdbc.sql.Database.Action;
import dev.onoma.store.jdbc.sql.Database.Attempt;
import java.sql.Connection;
import java.sql.SQLException;

/** One transaction: begun, and confirmed or given up. */
final class Transaction {
    private Transaction() {}

    static void run(Connection connection, Action action) throws SQLException {
        connection.setAutoCommit(false);
        boolean confirmed = false;
        try {
            action.run(new Statements(connection));
            commit(connection);
            confirmed = true;
        } finally {
            if (!confirmed) {
                giveUp(connection);
            }
            endQuietly(connection);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException problem) {
            // "Rolled back" is an answer; anything else may have come too late to say that it was carried out.
            throw new Attempt(problem, Failure.of(problem) != Failure.ROLLED_BACK);
        }
    }

    /** What broke the transaction is what the caller has to hear of; a connection that is gone has given up itself. */
    private static void giveUp(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // See above.
        }
    }

    private static void endQuietly(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException gone) {
            // The pool finds out by itself.
        }
    }
}
