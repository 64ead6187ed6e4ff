package dev.onoma.oauth.denial;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * That a live login was denied, and why: a value, because what a provider or a person got wrong is no exception.
 *
 * @param code the stable code
 * @param message for the application's people: names the part and the problem, never a value; not for a browser
 */
public record Denial(DenialCode code, String message) implements Serializable {
    public Denial {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }

    /** What a browser may be told. */
    public String publicCode() {
        return code.publicCode();
    }

    /** This denial as an exception, for callers that prefer one. */
    public DeniedException asException() {
        return new DeniedException(this);
    }
}
