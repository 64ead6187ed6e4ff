package dev.onoma.providers.database.message;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where messages leave from, behind the back of whoever asked: how long an answer takes must not tell whether there was
 * anybody to write to. Thread-safe.
 */
public final class Outbox {
    private static final Logger LOG = System.getLogger(Outbox.class.getName());
    private static final int MOST_WAITING = 1_000;
    private static final int THREADS = 2;

    private final MessageSender sender;
    private final Executor executor;

    private Outbox(MessageSender sender, Executor executor) {
        this.sender = requireNonNull(sender, "sender");
        this.executor = requireNonNull(executor, "executor");
    }

    /** An outbox with two threads of its own, which end with the application; a thousand messages may wait. */
    public static Outbox of(MessageSender sender) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, "onoma-outbox");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return new Outbox(sender, threads);
    }

    /** An outbox on threads of the application's. */
    public static Outbox of(MessageSender sender, Executor executor) {
        return new Outbox(sender, executor);
    }

    /** Does something that may end in a message, later. What is thrown there is logged: by its type, where it is not ours. */
    public void later(Work work) {
        try {
            executor.execute(() -> run(work));
        } catch (RejectedExecutionException full) {
            LOG.log(Level.WARNING, "a message was dropped: too many are waiting");
        }
    }

    private void run(Work work) {
        try {
            work.send(sender);
        } catch (RuntimeException failed) {
            // Others' messages may quote an address.
            String why = failed instanceof MessageNotSentException known
                    ? known.message()
                    : failed.getClass().getName();
            LOG.log(Level.WARNING, "a message was not sent: {0}", why);
        }
    }

    /** What ends in a message, or not. */
    @FunctionalInterface
    public interface Work {
        void send(MessageSender sender);
    }
}
