package dev.onoma.store.jdbc.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure without its words: drivers, pools and Flyway quote the URL that leads to a database and the statements in it,
 * and a URL may hold a password. The SQLSTATE, the error code, the kinds of exceptions and the place in the code stay.
 */
public final class PlainFailure {
    private PlainFailure() {}

    /** The same failure, of the innermost exception with an SQLSTATE: what wraps it may say less. */
    public static SQLException of(Throwable problem) {
        List<String> kinds = new ArrayList<>();
        Throwable innermost = problem;
        String state = "";
        int code = 0;
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            kinds.add(cause.getClass().getSimpleName());
            if (cause instanceof SQLException sql && !Failure.state(sql).isEmpty()) {
                innermost = sql;
                state = Failure.state(sql);
                code = sql.getErrorCode();
            }
        }
        SQLException plain = new SQLException(
                "SQLSTATE " + (state.isEmpty() ? "unknown" : state) + ": " + String.join(", ", kinds), state, code);
        plain.setStackTrace(innermost.getStackTrace());
        return plain;
    }
}
