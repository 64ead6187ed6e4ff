package dev.onoma.core;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * That something was refused, and why: a value, because what a provider or a person got wrong is no exception.
 *
 * @param code the stable code
 * @param message for the application's people: names the part and the problem, never a value; not for a browser
 */
public record Refusal(RefusalCode code, String message) implements Serializable {
    public Refusal {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }

    /** What a browser may be told. */
    public String publicCode() {
        return code.publicCode();
    }

    /** This refusal as an exception, for callers that prefer one. */
    public RefusedException asException() {
        return new RefusedException(this);
    }
}
