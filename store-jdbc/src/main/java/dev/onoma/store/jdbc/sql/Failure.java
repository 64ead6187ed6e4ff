package dev.onoma.store.jdbc.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failed statement means, by its SQLSTATE. */
enum Failure {
    /** A unique key kept the row out. */
    DUPLICATE,

    /** The database gave the statement or the transaction up, and nothing of it was carried out. */
    ROLLED_BACK,

    /** There is no connection, or no longer. */
    DISCONNECTED,

    /** Anything else: a mistake of ours, a full disk, a missing privilege. */
    OTHER;

    private static final String UNIQUE_VIOLATION = "23505";

    /** Serialization failure, deadlock, lock not available; H2's lock timeout. */
    private static final Set<String> ROLLBACKS = Set.of("40001", "40P01", "55P03", "HYT00");

    /** PostgreSQL shutting down, crashed, starting up, full; H2's connection broken, database closed, already closed. */
    private static final Set<String> ABSENCES =
            Set.of("57P01", "57P02", "57P03", "53300", "90067", "90098", "90121", "90028");

    static Failure of(SQLException problem) {
        String state = state(problem);
        if (state.equals(UNIQUE_VIOLATION)) {
            return DUPLICATE;
        }
        if (ROLLBACKS.contains(state)) {
            return ROLLED_BACK;
        }
        boolean disconnected = problem instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || ABSENCES.contains(state);
        return disconnected ? DISCONNECTED : OTHER;
    }

    /** Of a batch, the failed row says more than the batch. */
    private static String state(SQLException problem) {
        @Nullable SQLException next = problem.getNextException();
        @Nullable
        String state = next != null && next.getSQLState() != null ? next.getSQLState() : problem.getSQLState();
        return state == null ? "" : state;
    }
}
