package dev.onoma.core.store;

/** The id of a new user belongs to another user. */
public final class UserIdTakenException extends StoreConflictException {
    private static final long serialVersionUID = 1L;

    public UserIdTakenException() {
        super("user_id_taken", "the user id belongs to another user");
    }
}
