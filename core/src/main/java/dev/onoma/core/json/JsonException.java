package dev.onoma.core.json;

import dev.onoma.core.OnomaException;
import java.util.Locale;

/** A text is not acceptable JSON. The message says where and why, never what the text holds. */
public final class JsonException extends OnomaException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final boolean broken;

    JsonException(Problem problem, String message) {
        this(problem, message, false);
    }

    private JsonException(Problem problem, String message, boolean broken) {
        super(problem.name().toLowerCase(Locale.ROOT), message);
        this.problem = problem;
        this.broken = broken;
    }

    /** This exception, of a text whose syntax is broken: where its parts end is anybody's guess. */
    JsonException asBroken() {
        return new JsonException(problem, message(), true);
    }

    boolean isBroken() {
        return broken;
    }

    public Problem problem() {
        return problem;
    }

    /** What is wrong with a text. */
    public enum Problem {
        /** Not JSON, empty, not UTF-8, duplicate names, text after the value, or a number out of bounds. */
        INVALID_JSON,
        /** Over the limit on bytes or members. */
        JSON_TOO_LARGE,
        /** Nested more deeply than the limit. */
        JSON_TOO_DEEP
    }
}
