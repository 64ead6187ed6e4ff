package dev.onoma.core.store;

/** A login name that a credential would have belongs to another one of its connection. */
public final class LoginNameTakenException extends StoreConflictException {
    private static final long serialVersionUID = 1L;

    public LoginNameTakenException() {
        super("login_name_taken", "a login name of the user belongs to another user of the connection");
    }
}
