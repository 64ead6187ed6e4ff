package dev.onoma.providers.database.custom;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Refusal;

/** What came of asking a custom database: its answer, or why there is none. */
public sealed interface CustomReply<T> {
    /**
     * It answered.
     *
     * @param value what it said
     */
    record Answered<T>(T value) implements CustomReply<T> {
        public Answered {
            requireNonNull(value, "value");
        }
    }

    /**
     * It is down, slow, busy, or answered nothing.
     *
     * @param refusal {@code temporarily_unavailable}
     */
    record Unavailable<T>(Refusal refusal) implements CustomReply<T> {
        public Unavailable {
            requireNonNull(refusal, "refusal");
        }
    }
}
