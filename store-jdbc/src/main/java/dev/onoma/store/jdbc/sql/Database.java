package dev.onoma.store.jdbc.sql;

import dev.onoma.store.jdbc.StoreObserver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs statements, and repeats what failed where that is safe: reads always; writes when the database has said that it
 * gave them up, or when the connection broke before they could be confirmed. A write whose confirmation was lost is not
 * repeated, unless it may be carried out twice: whether it was carried out, nobody knows.
 */
public final class Database {
    private static final String PLANNED_ANEW = "set local plan_cache_mode = force_custom_plan";

    private static final long SHORTEST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 320;

    private final DataSource source;
    private final Dialect dialect;
    private final StoreObserver observer;
    private final H2Files files = new H2Files();

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
                () -> repeated(operation, Attempt::isWorthRepeating, () -> {
                    try (Lease lease = lease()) {
                        return use(lease, false, work);
                    }
                }));
    }

    /**
     * Writes by one statement, which is a transaction of its own; in a file of H2 it takes a turn first.
     *
     * @throws DuplicateKeyException when a unique key forbids it
     */
    public <T> T statement(String operation, Work<T> work) {
        return written(
                operation,
                Attempt::isWorthRepeating,
                (lease, file) -> file.isPresent() ? inTransaction(lease, file, work) : use(lease, true, work));
    }

    /** Writes by one statement that writes events; in a file of H2 it takes a turn where another process has opened it. */
    public <T> T recording(String operation, Work<T> work) {
        return written(
                operation,
                Attempt::isWorthRepeating,
                (lease, file) -> file.filter(H2File::isServed).isPresent()
                        ? inTransaction(lease, file, work)
                        : use(lease, true, work));
    }

    private static <T> T use(Lease lease, boolean confirmsByItself, Work<T> work) {
        Statements sql = new Statements(lease.connection(), confirmsByItself);
        try {
            return work.run(sql);
        } catch (SQLException problem) {
            Failure failure = Failure.of(problem);
            if (failure == Failure.DISCONNECTED) {
                lease.discard();
            }
            throw Attempt.of(problem, confirmsByItself && sql.hasSent() && failure.leavesOutcomeOpen());
        }
    }

    /**
     * Writes by several statements, all of them or none.
     *
     * @throws DuplicateKeyException when a unique key forbids it
     */
    public void transaction(String operation, Action action) {
        transaction(operation, Attempt::isWorthRepeating, action);
    }

    /**
     * Writes by several statements, all of them or none, what may be written twice: it is repeated also where its
     * confirmation was lost, and where a unique key says that somebody else wrote the same at that moment.
     */
    public void repeatable(String operation, Action action) {
        transaction(operation, Attempt::isWorthRepeatingTwice, action);
    }

    private void transaction(String operation, Again again, Action action) {
        Work<Boolean> work = sql -> {
            action.run(sql);
            return true;
        };
        written(operation, again, (lease, file) -> inTransaction(lease, file, work));
    }

    /**
     * Reads by several statements; on PostgreSQL in a transaction, whose plans are made anew. A plan that was made for an
     * empty table would read the growing one from end to end, batch after batch.
     */
    public <T> T plannedRead(String operation, Work<T> work) {
        return read(
                operation,
                dialect == Dialect.H2
                        ? work
                        : sql -> Transaction.read(sql.connection(), planned -> {
                            planned.update(PLANNED_ANEW, List.of());
                            return work.run(planned);
                        }));
    }

    private static <T> T inTransaction(Lease lease, Optional<H2File> file, Work<T> work) {
        return use(
                lease,
                false,
                first -> Transaction.run(lease.connection(), sql -> {
                    if (file.isPresent()) {
                        sql.update(H2File.TAKE_TURN, List.of());
                    }
                    return work.run(sql);
                }));
    }

    /** Writes once through a connection, to a file of H2 or elsewhere. */
    private interface Write<T> {
        T through(Lease lease, Optional<H2File> file);
    }

    private <T> T written(String operation, Again again, Write<T> write) {
        return observed(
                operation,
                () -> repeated(
                        operation,
                        again,
                        () -> queued(() -> {
                            try (Lease lease = lease()) {
                                return write.through(lease, file(lease));
                            }
                        })));
    }

    /** Who waits for the others of this process that write to a file of H2 holds no connection meanwhile. */
    private <T> T queued(Supplier<T> write) {
        if (dialect == Dialect.H2 && !files.haveLooked()) {
            try (Lease lease = lease()) {
                file(lease);
            }
        }
        return files.latest().isPresent() ? files.latest().get().queued(write) : write.get();
    }

    private Optional<H2File> file(Lease lease) {
        return dialect == Dialect.H2 ? use(lease, false, sql -> files.of(lease.connection())) : Optional.empty();
    }

    /** A connection that cannot be had has written nothing. */
    private Lease lease() {
        try {
            return Lease.of(source);
        } catch (SQLException problem) {
            throw Attempt.toConnect(problem);
        }
    }

    /** Whether a failed attempt is followed by another. */
    private interface Again {
        boolean after(Attempt failed, int count);
    }

    private <T> T repeated(String operation, Again again, Supplier<T> attempt) {
        Optional<Attempt> lost = Optional.empty();
        for (int count = 1; ; count++) {
            try {
                return attempt.get();
            } catch (Attempt failed) {
                // Where an earlier attempt may have been carried out, that is what there is to say.
                lost = lost.or(() -> Optional.of(failed).filter(Attempt::isOutcomeUnknown));
                Attempt told = lost.orElse(failed);
                if (!again.after(failed, count)) {
                    throw told.asException();
                }
                observer.repeated(operation);
                pause(count, told);
            }
        }
    }

    /** Longer each time, and never the same for two that ran into one another. */
    private static void pause(int count, Attempt failed) {
        long bound = Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << Math.min(2 * count, 10));
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
}
