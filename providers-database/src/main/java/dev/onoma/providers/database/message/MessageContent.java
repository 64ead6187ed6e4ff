package dev.onoma.providers.database.message;

import static java.util.Objects.requireNonNull;

/**
 * A message as a person reads it. Its text form tells nothing of it.
 *
 * @param subject one line; an SMS leaves it out
 * @param text plain text
 */
public record MessageContent(String subject, String text) {
    /**
     * A content.
     *
     * @throws IllegalArgumentException when the subject holds a control character: behind a line's end there would be
     *     another header
     */
    public MessageContent {
        requireNonNull(subject, "subject");
        requireNonNull(text, "text");
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the subject of a message must be one line without control characters");
        }
    }

    @Override
    public String toString() {
        return "MessageContent";
    }
}
