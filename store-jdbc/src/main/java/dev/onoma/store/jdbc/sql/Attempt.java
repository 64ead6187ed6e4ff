package dev.onoma.store.jdbc.sql;

import dev.onoma.core.OnomaException;
import dev.onoma.store.jdbc.StoreUnavailableException;
import java.io.IOException;
import java.sql.SQLException;

/** One attempt that failed. */
final class Attempt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final SQLException told;
    private final boolean isOutcomeUnknown;

    private Attempt(Failure failure, SQLException told, boolean isOutcomeUnknown) {
        super(null, told, false, false);
        this.failure = failure;
        this.told = told;
        this.isOutcomeUnknown = isOutcomeUnknown;
    }

    /** No connection could be had, so nothing was written. */
    static Attempt toConnect(SQLException problem) {
        return new Attempt(Failure.of(problem), PlainFailure.of(problem), false);
    }

    /** A statement failed. */
    static Attempt of(SQLException problem, boolean isOutcomeUnknown) {
        SQLException plain = withoutValues(problem);
        return new Attempt(Failure.of(plain), plain, isOutcomeUnknown);
    }

    /** The same of what would have changed nothing. */
    Attempt ofRead() {
        return new Attempt(failure, told, false);
    }

    boolean isOutcomeUnknown() {
        return isOutcomeUnknown;
    }

    boolean isWorthRepeating(int count) {
        return !isOutcomeUnknown && count < failure.attempts();
    }

    /** The same of what may be written twice: a key that is taken was taken by another who wrote at the same time. */
    boolean isWorthRepeatingTwice(int count) {
        return count < (failure == Failure.DUPLICATE ? Failure.CONFLICT : failure).attempts();
    }

    OnomaException asException() {
        if (isOutcomeUnknown) {
            return StoreUnavailableException.outcomeUnknown(told);
        }
        return failure == Failure.DUPLICATE
                ? new DuplicateKeyException()
                : StoreUnavailableException.nothingWritten(told);
    }

    /** Drivers quote rows and parameters, such as each row of a failed batch, and messages end up in logs. */
    private static SQLException withoutValues(SQLException problem) {
        String state = Failure.state(problem);
        SQLException plain = new SQLException(
                "a statement failed with SQLSTATE " + (state.isEmpty() ? "unknown" : state),
                state,
                problem.getErrorCode());
        plain.setStackTrace(problem.getStackTrace());
        if (problem.getCause() instanceof IOException network) {
            plain.initCause(network);
        }
        return plain;
    }
}
