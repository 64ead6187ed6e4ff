package dev.onoma.core.transfer;

import java.util.Locale;

/** Why a row of an import fails. The codes are stable; new ones may be added. */
public enum RowProblem {
    /** The row is not JSON, has a name twice, or a number out of bounds. */
    INVALID_JSON,
    /** The row is over the limit on bytes or members. */
    JSON_TOO_LARGE,
    /** The row is nested more deeply than the limit. */
    JSON_TOO_DEEP,
    /** The row is JSON, but no object. */
    OBJECT_REQUIRED,
    /** The row has a field that an import does not know. */
    UNKNOWN_FIELD,
    /** A field is of another type than it should be. */
    INVALID_TYPE,
    /** A field's value breaks the rules or limits of its attribute. */
    INVALID_VALUE,
    /** Metadata with a key that may not be, or over the limit on its size. */
    FORBIDDEN_METADATA,
    /** The row has neither an e-mail address nor a user name nor a phone number. */
    MISSING_IDENTIFIER,
    /** The row has a field that cannot be stored, such as a password's hash: importing the rest would lose it. */
    NOT_SUPPORTED,
    /** A user is known by the row's user id, and known users are not updated. */
    DUPLICATED_USER,
    /** The row's user id belongs to a user without an identity at the connection. */
    USER_ID_TAKEN,
    /** Another user at the connection has the row's e-mail address. */
    CONFLICT_EMAIL,
    /** Another user at the connection has the row's user name. */
    CONFLICT_USERNAME,
    /** Another user at the connection has the row's phone number. */
    CONFLICT_PHONE_NUMBER,
    /** More than one user at the connection has what the row would be matched by. */
    AMBIGUOUS_USER,
    /** The password's hash cannot be used. */
    INVALID_PASSWORD_HASH,
    /** Another user of the connection logs in with the row's address, user name or phone number. */
    LOGIN_NAME_TAKEN,
    /** A user was deleted while it was blocked, and the row would bring it back. */
    USER_BLOCKED,
    /** A user was deleted at a connection that keeps deleted users out, and the row would bring it back. */
    USER_DELETED,
    /** The row would block or unblock a known user, or replace its password. */
    NOT_UPSERTABLE,
    /** The user that the row means kept changing while the row was applied. */
    CONTENDED_USER;

    /** The code as text, such as {@code conflict_email}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RowProblem ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
