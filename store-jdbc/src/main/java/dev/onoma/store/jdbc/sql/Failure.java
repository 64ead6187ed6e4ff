package dev.onoma.store.jdbc.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failed statement means, by its SQLSTATE. */
enum Failure {
    /** A unique key kept the row out. */
    DUPLICATE(1),

    /** Somebody else's write was faster. Nothing was carried out, and each such failure is another's success. */
    CONFLICT(50),

    /** The database gave the statement or the transaction up, and nothing of it was carried out. */
    ROLLED_BACK(4),

    /** There is no connection, or no longer. */
    DISCONNECTED(4),

    /** The database itself does not know what came of it. */
    UNDECIDED(1),

    /** A pool has waited for a connection as long as it may. */
    UNREACHABLE(1),

    /** Anything else: a mistake of ours, a full disk, a missing privilege. */
    OTHER(1);

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String STATEMENT_COMPLETION_UNKNOWN = "40003";

    /** Deadlock, lock not available; H2's lock timeout. */
    private static final Set<String> ROLLBACKS = Set.of("40P01", "55P03", "HYT00");

    /**
     * PostgreSQL shutting down, crashed, starting up, idle for too long, full; H2's connection broken or closed, database
     * closed; and what H2 answers for ever over a connection whose file an interrupted thread has closed.
     */
    private static final Set<String> ABSENCES =
            Set.of("57P01", "57P02", "57P03", "57P05", "53300", "90007", "90067", "90098", "90121", "90028", "HY000");

    private final int attempts;

    Failure(int attempts) {
        this.attempts = attempts;
    }

    /** How often something may fail in this way before it is given up. */
    int attempts() {
        return attempts;
    }

    /** Whether a statement that was sent may have been carried out all the same. */
    boolean leavesOutcomeOpen() {
        return this == DISCONNECTED || this == UNDECIDED;
    }

    static Failure of(SQLException problem) {
        if (problem instanceof SQLTransientConnectionException) {
            return UNREACHABLE;
        }
        String state = state(problem);
        return switch (state) {
            case UNIQUE_VIOLATION -> DUPLICATE;
            case SERIALIZATION_FAILURE -> CONFLICT;
            case STATEMENT_COMPLETION_UNKNOWN -> UNDECIDED;
            default -> byKind(state);
        };
    }

    private static Failure byKind(String state) {
        if (ROLLBACKS.contains(state)) {
            return ROLLED_BACK;
        }
        return state.startsWith("08") || ABSENCES.contains(state) ? DISCONNECTED : OTHER;
    }

    /** Of a batch, the failed row says more than the batch. */
    static String state(SQLException problem) {
        @Nullable SQLException next = problem.getNextException();
        @Nullable
        String state = next != null && next.getSQLState() != null ? next.getSQLState() : problem.getSQLState();
        return state == null ? "" : state;
    }
}
