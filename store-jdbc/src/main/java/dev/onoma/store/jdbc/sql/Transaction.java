package dev.onoma.store.jdbc.sql;

import dev.onoma.store.jdbc.sql.Database.Work;
import java.sql.Connection;
import java.sql.SQLException;

/** One transaction: begun, and confirmed or given up. */
final class Transaction {
    private Transaction() {}

    static <T> T run(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean over = false;
        try {
            T result = work.run(new Statements(connection, false));
            commit(connection);
            over = true;
            return result;
        } finally {
            over = over || givenUp(connection);
            // Where giving up failed, this would confirm the half that was done. Closing does not.
            if (over) {
                endQuietly(connection);
            }
        }
    }

    /** One that only reads: where its end gets no answer, nothing is open. */
    static <T> T read(Connection connection, Work<T> work) throws SQLException {
        try {
            return run(connection, work);
        } catch (Attempt failed) {
            throw failed.ofRead();
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
