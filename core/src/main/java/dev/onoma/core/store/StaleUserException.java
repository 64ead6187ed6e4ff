package dev.onoma.core.store;

/** A user that a change is about is gone, or has changed since it was read: read again, decide again. */
public final class StaleUserException extends StoreConflictException {
    private static final long serialVersionUID = 1L;

    public StaleUserException() {
        super("stale_user", "the user has changed since it was read, or is gone");
    }
}
