package dev.onoma.store.jdbc.sql;

import dev.onoma.store.jdbc.sql.Database.Action;
import java.sql.Connection;
import java.sql.SQLException;

/** One transaction: begun, and confirmed or given up. */
final class Transaction {
    private Transaction() {}

    static void run(Connection connection, Action action) throws SQLException {
        connection.setAutoCommit(false);
        boolean over = false;
        try {
            action.run(new Statements(connection, false));
            commit(connection);
            over = true;
        } finally {
            over = over || givenUp(connection);
            // Where giving up failed, this would confirm the half that was done. Closing does not.
            if (over) {
                endQuietly(connection);
            }
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException problem) {
            Failure failure = Failure.of(problem);
            boolean isAnswer = failure == Failure.CONFLICT || failure == Failure.ROLLED_BACK;
            // "Rolled back" is an answer; anything else may have come too late to say that it was carried out.
            throw Attempt.of(problem, !isAnswer);
        }
    }

    /** What broke the transaction is what the caller has to hear of; a connection that is gone has given up itself. */
    private static boolean givenUp(Connection connection) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException gone) {
            return false;
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
