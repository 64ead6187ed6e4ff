package dev.onoma.store.jdbc.sql;

import dev.onoma.core.OnomaException;
import dev.onoma.store.jdbc.StoreObserver;
import dev.onoma.store.jdbc.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs statements, and repeats what failed where that is safe: reads always; writes when the database has said that it
 * gave them up, or when the connection broke before they could be confirmed. A write whose confirmation was lost is not
 * repeated: whether it was carried out, nobody knows.
 */
public final class Database {
    private static final int ATTEMPTS = 4;
    private static final long SHORTEST_PAUSE_MILLIS = 5;

    private final DataSource source;
    private final Dialect dialect;
    private final StoreObserver observer;

    public Database(DataSource source, Dialect dialect, StoreObserver observer) {
        this.source = source;
        this.dialect = dialect;
        this.observer = observer;
    }

    /** Does something with statements. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Statements sql) throws SQLException;
    }

    /** Does something with statements that has no result. */
    @FunctionalInterface
    public interface Action {
        void run(Statements sql) throws SQLException;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Reads, each statement for itself. */
    public <T> T read(String operation, Work<T> work) {
        return observed(
                operation,
                () -> repeated(operation, () -> {
                    try (Connection connection = source.getConnection()) {
                        return work.run(new Statements(connection));
                    } catch (SQLException problem) {
                        throw new Attempt(problem, false);
                    }
                }));
    }

    /**
     * Writes by one statement, which is a transaction of its own.
     *
     * @throws DuplicateKeyException when a unique key forbids it
     */
    public <T> T statement(String operation, Work<T> work) {
        return observed(
                operation,
                () -> repeated(operation, () -> {
                    try (Connection connection = connection()) {
                        return work.run(new Statements(connection));
                    } catch (SQLException problem) {
                        throw new Attempt(problem, Failure.of(problem) == Failure.DISCONNECTED);
                    }
                }));
    }

    /**
     * Writes by several statements, all of them or none.
     *
     * @throws DuplicateKeyException when a unique key forbids it
     */
    public void transaction(String operation, Action action) {
        observed(
                operation,
                () -> repeated(operation, () -> {
                    try (Connection connection = connection()) {
                        Transaction.run(connection, action);
                        return true;
                    } catch (SQLException problem) {
                        throw new Attempt(problem, false);
                    }
                }));
    }

    /** A connection that cannot be had has written nothing. */
    private Connection connection() {
        try {
            return source.getConnection();
        } catch (SQLException problem) {
            throw new Attempt(problem, false);
        }
    }

    private static <T> T repeated(String operation, StoreObserver observer, Supplier<T> attempt) {
        for (int count = 1; ; count++) {
            try {
                return attempt.get();
            } catch (Attempt failed) {
                if (count == ATTEMPTS || !failed.isWorthRepeating()) {
                    throw failed.asException();
                }
                observer.repeated(operation);
                pause(count, failed);
            }
        }
    }

    private <T> T repeated(String operation, Supplier<T> attempt) {
        return repeated(operation, observer, attempt);
    }

    /** Longer each time, and never the same for two that ran into one another. */
    private static void pause(int count, Attempt failed) {
        long bound = SHORTEST_PAUSE_MILLIS << (2 * count);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, bound));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed.asException();
        }
    }

    private <T> T observed(String operation, Supplier<T> use) {
        long start = System.nanoTime();
        boolean succeeded = false;
        try {
            T result = use.get();
            succeeded = true;
            return result;
        } finally {
            observer.finished(operation, Duration.ofNanos(System.nanoTime() - start), succeeded);
        }
    }

    /** One attempt that failed. */
    static final class Attempt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException problem;
        private final boolean isOutcomeUnknown;

        Attempt(SQLException problem, boolean isOutcomeUnknown) {
            super(problem);
            this.problem = problem;
            this.isOutcomeUnknown = isOutcomeUnknown;
        }

        boolean isWorthRepeating() {
            Failure failure = Failure.of(problem);
            return !isOutcomeUnknown && (failure == Failure.ROLLED_BACK || failure == Failure.DISCONNECTED);
        }

        OnomaException asException() {
            if (isOutcomeUnknown) {
                return StoreUnavailableException.outcomeUnknown(problem);
            }
            return Failure.of(problem) == Failure.DUPLICATE
                    ? new DuplicateKeyException()
                    : StoreUnavailableException.nothingWritten(problem);
        }
    }
}
