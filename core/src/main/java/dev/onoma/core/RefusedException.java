package dev.onoma.core;

/** Thrown where a caller insisted on a result and the answer was a {@link Refusal}. */
public final class RefusedException extends OnomaException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.code().code(), refusal.message());
        this.refusal = refusal;
    }

    /** The refusal that was thrown. */
    public Refusal refusal() {
        return refusal;
    }
}
