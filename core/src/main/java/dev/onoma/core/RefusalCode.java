package dev.onoma.core;

import java.util.Locale;

/** Why something was refused. The codes are stable; new ones may be added. */
public enum RefusalCode {
    /** The document is not usable as claims: no JSON object, duplicate names, trailing text, a number out of bounds. */
    INVALID_CLAIMS(Kind.DOCUMENT),
    /** The document, or what of it would be stored, is over the limit on bytes or members. */
    CLAIMS_TOO_LARGE(Kind.DOCUMENT),
    /** The document is nested more deeply than the limit. */
    CLAIMS_TOO_DEEP(Kind.DOCUMENT),
    /** The document is the provider's report of an error, not a profile. */
    PROVIDER_ERROR(Kind.DOCUMENT),
    /** The claims hold no usable subject: absent, of the wrong type, blank, a placeholder such as {@code null}. */
    MISSING_SUBJECT(Kind.DOCUMENT),
    /** Two sources of one login speak of different subjects. */
    SUBJECT_MISMATCH(Kind.DOCUMENT),
    /** No connection of that name is configured. */
    UNKNOWN_CONNECTION(Kind.LOGIN),
    /** A connection's configuration is not valid. */
    INVALID_CONNECTION(Kind.REQUEST),
    /** The connection points to another id space than the one that it was first used with. */
    ID_SPACE_CHANGED(Kind.LOGIN),
    /** The identity is not known, and the connection creates no users. */
    UNKNOWN_USER(Kind.LOGIN),
    /** The user is blocked, or was when it was deleted. */
    USER_BLOCKED(Kind.LOGIN),
    /** The user was deleted, and the connection keeps the identities of deleted users out. */
    USER_DELETED(Kind.LOGIN),
    /** The custom database knows the person, but another user here has the address, user name or phone number. */
    LOGIN_NAME_CONFLICT(Kind.LOGIN),
    /** The password is not the user's, or the user has none. */
    WRONG_PASSWORD(Kind.LOGIN),
    /** The code or link is not the one that was sent last, was used, tried too often, or is too old. */
    WRONG_CODE(Kind.LOGIN),
    /** Too many attempts failed, for this login name from this address or from all of them together. */
    TOO_MANY_ATTEMPTS(Kind.LOGIN),
    /** The user id that the new user would get belongs to another user. */
    USER_ID_TAKEN(Kind.LOGIN),
    /** The sync rule of the attribute, or who is asking, does not allow the edit. */
    ATTRIBUTE_NOT_EDITABLE(Kind.REQUEST),
    /** No such root attribute, or a value that breaks its limits. */
    INVALID_ATTRIBUTE(Kind.REQUEST),
    /** Metadata that may not be written: by this caller, under this key, or of this size. */
    FORBIDDEN_METADATA(Kind.REQUEST),
    /** No user has that id. */
    USER_NOT_FOUND(Kind.REQUEST),
    /** The user has no such identity. */
    IDENTITY_NOT_FOUND(Kind.REQUEST),
    /** A user's only identity cannot be unlinked. */
    LAST_IDENTITY(Kind.REQUEST),
    /** The primary identity cannot be unlinked while there are others. */
    PRIMARY_IDENTITY(Kind.REQUEST),
    /** A user cannot be linked to itself. */
    SAME_USER(Kind.REQUEST),
    /** Linking needs two logins, both recent and neither used for linking before. */
    LOGIN_NOT_RECENT(Kind.REQUEST),
    /** What would be asked about the login is down, slow or talks nonsense; later it may succeed. */
    TEMPORARILY_UNAVAILABLE(Kind.REQUEST),
    /** Another user of the connection has the address, user name or phone number. */
    LOGIN_NAME_TAKEN(Kind.SIGNUP),
    /** The signup has no address or user name where it needs one, or more in it than it may have. */
    INVALID_SIGNUP(Kind.REQUEST),
    /** The new password breaks the rules for passwords. */
    UNACCEPTABLE_PASSWORD(Kind.REQUEST),
    /** The ticket is unknown, used, replaced, too old, or sent for something else. */
    INVALID_TICKET(Kind.REQUEST),
    /** More messages were asked for than may be sent to this address, or from there, in that time. */
    TOO_MANY_MESSAGES(Kind.REQUEST);

    private final Kind kind;

    RefusalCode(Kind kind) {
        this.kind = kind;
    }

    /** The code as text, such as {@code user_blocked}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a browser may be told. All refusals that would reveal whether a user exists, or in which state, share
     * {@code login_refused}, or {@code signup_refused} at a signup; all complaints about what the provider sent share
     * {@code provider_error}.
     */
    public String publicCode() {
        return switch (kind) {
            case DOCUMENT -> "provider_error";
            case LOGIN -> "login_refused";
            case SIGNUP -> "signup_refused";
            case REQUEST -> code();
        };
    }

    private enum Kind {
        DOCUMENT,
        LOGIN,
        SIGNUP,
        REQUEST
    }
}
