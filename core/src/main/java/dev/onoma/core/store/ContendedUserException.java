package dev.onoma.core.store;

/** A user changed each time that a change to it was decided, many times in a row. Nothing was written; try again. */
public final class ContendedUserException extends StoreConflictException {
    private static final long serialVersionUID = 1L;

    public ContendedUserException() {
        super("contended_user", "the user kept changing while a change to it was decided");
    }
}
