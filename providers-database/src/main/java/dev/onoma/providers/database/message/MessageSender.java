package dev.onoma.providers.database.message;

/**
 * Brings messages on their way: by mail, by SMS, by the application's own service. It may take its time, and is called
 * on a thread of the outbox. Thread-safe.
 */
@FunctionalInterface
public interface MessageSender {
    /** Sends a message. What it throws is logged, by its type where it is not ours; the person asks again. */
    void send(Message message);
}
