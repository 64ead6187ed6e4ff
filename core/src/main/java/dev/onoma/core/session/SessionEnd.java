package dev.onoma.core.session;

/** Why a user's sessions and tokens have to end. */
public enum SessionEnd {
    /** The password was changed or reset: whoever knew the old one may have sessions. */
    PASSWORD_CHANGED,
    /** The address that the user logs in with was changed. */
    EMAIL_CHANGED,
    /** An administrator blocked the user. */
    BLOCKED,
    /** The user was deleted. */
    DELETED,
    /** An identity left the user, and may have opened sessions of it. */
    UNLINKED,
    /** Somebody proved that the user's address, which nobody had confirmed, is theirs. */
    ADOPTED
}
