package dev.onoma.providers.database.message;

/** Puts messages into words: in the person's language, in the application's tone. Thread-safe. */
@FunctionalInterface
public interface MessageWriter {
    /** The words for a message. */
    MessageContent write(Message message);
}
