package dev.onoma.core.store;

/** An identity that a change writes belongs to another user: read again, decide again. */
public final class DuplicateIdentityException extends StoreConflictException {
    private static final long serialVersionUID = 1L;

    public DuplicateIdentityException() {
        super("duplicate_identity", "an identity of the user belongs to another user");
    }
}
