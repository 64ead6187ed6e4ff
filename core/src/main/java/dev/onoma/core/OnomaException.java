package dev.onoma.core;

import static java.util.Objects.requireNonNull;

/**
 * The base of all exceptions of this library. Messages name the part and the problem, never a claim's value, a token,
 * an address or an id.
 */
public abstract class OnomaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String message;

    protected OnomaException(String code, String message) {
        super(message);
        this.code = requireNonNull(code, "code");
        this.message = requireNonNull(message, "message");
    }

    /** The message, which is never missing. */
    public final String message() {
        return message;
    }

    /** A stable, lower-case code for programs; the message is for people and may change. */
    public final String code() {
        return code;
    }
}
