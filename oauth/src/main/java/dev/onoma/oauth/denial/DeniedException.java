package dev.onoma.oauth.denial;

import dev.onoma.core.OnomaException;

/**
 * A step of a live login cannot go on because of what a provider or a person sent. The flow turns it into a value; it is
 * seen only by whoever calls a step alone. It has no cause: those of libraries quote what was sent.
 */
public class DeniedException extends OnomaException {
    private static final long serialVersionUID = 1L;

    private final Denial denial;

    /**
     * An exception for a code.
     *
     * @param message names the part and the problem, never a value, an address or a host
     */
    public DeniedException(DenialCode code, String message) {
        this(new Denial(code, message));
    }

    DeniedException(Denial denial) {
        super(denial.code().code(), denial.message());
        this.denial = denial;
    }

    /** Why, as a value. */
    public Denial denial() {
        return denial;
    }
}
