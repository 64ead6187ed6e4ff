package dev.onoma.providers.database.message;

/** What a message is for. */
public enum MessageKind {
    /** A ticket that shows that the address is the user's. */
    VERIFY_EMAIL,
    /** A ticket, to the new address, that puts it in the place of the one before. */
    CHANGE_EMAIL,
    /** A ticket with which a new password can be chosen. */
    RESET_PASSWORD,
    /** A code, and what a link holds in its place, to log in with. */
    LOGIN_CODE,
    /** A notice that somebody tried to sign up with the address of a user. */
    ALREADY_SIGNED_UP,
    /** A notice that the password was changed. */
    PASSWORD_CHANGED,
    /** A notice, to the old address, that it was replaced. */
    EMAIL_CHANGED
}
