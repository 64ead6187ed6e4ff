package dev.onoma.providers.database.custom;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.Characters;
import dev.onoma.core.json.JsonObject;
import dev.onoma.providers.database.password.Password;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Asks a custom database on threads of its own, so that one that is slow or hangs makes nothing else wait: only so many
 * calls at once, by default {@value #STANDARD_PARALLEL}, each for only so long, by default five seconds. A call that does
 * not end in time is interrupted, and counts until it has ended; who finds all threads taken is told so at once. What the
 * database throws is logged by its type. Thread-safe; to be made once for each database.
 */
public final class CustomDatabaseCalls implements AutoCloseable {
    /** How many calls there are at once, unless an application says otherwise. */
    public static final int STANDARD_PARALLEL = 32;

    /** How long each takes at most, unless an application says otherwise. */
    public static final Duration STANDARD_DEADLINE = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(CustomDatabaseCalls.class.getName());
    private static final int MOST_PARALLEL = 1_000;
    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(1);

    private final CustomDatabase database;
    private final Semaphore turns;
    private final ThreadPoolExecutor threads;
    private final Duration deadline;
    private final AnswerTimes refusals;

    private CustomDatabaseCalls(CustomDatabase database, int parallel, Duration deadline, AnswerTimes refusals) {
        this.database = database;
        this.refusals = refusals;
        this.deadline = deadline;
        // Nobody waits in a queue: behind a database that hangs, a queue is where all logins hang. The turns bound the
        // threads, too; a pool that does would refuse whoever comes while a thread is about to be free.
        this.turns = new Semaphore(parallel);
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, "onoma-custom-database");
            thread.setDaemon(true);
            return thread;
        };
        this.threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), daemons);
    }

    /** Calls with the standard bounds. */
    public static CustomDatabaseCalls to(CustomDatabase database) {
        return to(database, STANDARD_PARALLEL, STANDARD_DEADLINE);
    }

    /**
     * Calls within these bounds.
     *
     * @param parallel how many at once, 1 to 1,000
     * @param deadline how long each, more than zero and at most a minute
     * @throws IllegalArgumentException when they are out of these bounds
     */
    public static CustomDatabaseCalls to(CustomDatabase database, int parallel, Duration deadline) {
        requireNonNull(database, "database");
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            throw new IllegalArgumentException("parallel must be 1 to " + MOST_PARALLEL);
        }
        if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new IllegalArgumentException("deadline must be more than zero and at most a minute");
        }
        return to(database, parallel, deadline, AnswerTimes.Pause.SLEEP);
    }

    static CustomDatabaseCalls to(CustomDatabase database, int parallel, Duration deadline, AnswerTimes.Pause pause) {
        return new CustomDatabaseCalls(database, parallel, deadline, new AnswerTimes(parallel, pause));
    }

    /** Asks whether a password is right. A name or password that nobody can have is answered without asking. */
    public CustomReply<CustomLogin> login(String identifier, Password password) {
        if (!isName(identifier) || !password.hasText()) {
            return new CustomReply.Answered<>(CustomLogin.unknownUser());
        }
        long asked = System.nanoTime();
        CustomReply<CustomLogin> reply = ask(() -> password.lend(plain -> database.login(identifier.strip(), plain)));
        if (reply instanceof CustomReply.Answered<CustomLogin> answer
                && !(answer.value() instanceof CustomLogin.Accepted)) {
            refusals.add(Duration.ofNanos(System.nanoTime() - asked));
        }
        return reply;
    }

    /**
     * Waits as long as the database took for one of its latest refusals, so that nobody can tell from the time of an
     * answer that it was not asked.
     */
    public void awaitLikeRefusal() {
        refusals.await();
    }

    /**
     * By what attempts at a name are counted that the database alone can say whose it is: all spellings share it that it
     * could take for one name.
     */
    public String countedAs(String identifier) {
        return CountedName.of(identifier);
    }

    /** Asks for a person's record; empty when nobody has the name. */
    public CustomReply<Optional<JsonObject>> getUser(String identifier) {
        return isName(identifier)
                ? ask(() -> database.getUser(identifier.strip()))
                : new CustomReply.Answered<>(Optional.empty());
    }

    private static boolean isName(String identifier) {
        String name = identifier.strip();
        return !name.isEmpty()
                && Characters.atMost(name, Limits.STANDARD.of(Limit.EMAIL_CHARACTERS))
                && !Characters.isUnsafe(name)
                && name.chars().noneMatch(Character::isISOControl);
    }

    private <T> CustomReply<T> ask(Callable<@Nullable T> question) {
        if (!turns.tryAcquire()) {
            return unavailable("is not asked: too many calls are under way");
        }
        Turn turn = new Turn();
        FutureTask<@Nullable T> asked = new FutureTask<>(turn.during(question));
        try {
            threads.execute(turn.during(asked));
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            turn.end();
            return unavailable("is not asked: there is no thread for it");
        }
        return answer(asked, deadline);
    }

    private static <T> CustomReply<T> answer(Future<@Nullable T> asked, Duration deadline) {
        try {
            T answer = asked.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            return answer == null ? unavailable("answered nothing") : new CustomReply.Answered<>(answer);
        } catch (ExecutionException | CancellationException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            return unavailable("failed with " + cause.getClass().getName());
        } catch (TimeoutException late) {
            return unavailable("did not answer in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return unavailable("was asked by somebody who is no longer there");
        } finally {
            asked.cancel(true);
        }
    }

    /** One of the calls that may be at once; it ends once, before anybody hears the answer. */
    private final class Turn {
        private final AtomicBoolean ended = new AtomicBoolean();

        <T> Callable<@Nullable T> during(Callable<@Nullable T> question) {
            return () -> {
                try {
                    return question.call();
                } finally {
                    end();
                }
            };
        }

        /** A question that was given up before it began does not come to its own end. */
        Runnable during(FutureTask<?> asked) {
            return () -> {
                asked.run();
                end();
            };
        }

        void end() {
            if (ended.compareAndSet(false, true)) {
                turns.release();
            }
        }
    }

    /** Names the problem, and at most the type of an exception: its text may quote a name or a password. */
    private static <T> CustomReply<T> unavailable(String problem) {
        LOG.log(Level.WARNING, "the custom database {0}", problem);
        return new CustomReply.Unavailable<>(
                new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE, "the custom database " + problem));
    }

    /** Ends its threads; further calls are refused as unavailable. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return "CustomDatabaseCalls";
    }
}
