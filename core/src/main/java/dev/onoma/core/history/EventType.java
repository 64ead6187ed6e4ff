package dev.onoma.core.history;

import java.util.Locale;
import java.util.Optional;

/** What happened to a user. */
public enum EventType {
    /** A login that was accepted. */
    LOGIN("s"),
    /** A login that was refused; the event's detail is the refusal's code. */
    FAILED_LOGIN("f"),
    /** A login with a wrong password, or where there is none. */
    WRONG_PASSWORD("fp"),
    /** A login that was not looked at, since too many attempts had failed. */
    TOO_MANY_ATTEMPTS("limit_wc"),
    /** The user was made, by its first login or by a signup. */
    SIGNUP("ss"),
    /** The user has shown that the e-mail address is its own. */
    VERIFY_EMAIL("sv"),
    /** The user has shown that the phone number is its own. */
    VERIFY_PHONE("sapi"),
    /** The e-mail address was changed by its owner, who reads the new one. */
    CHANGE_EMAIL("sce"),
    /** The password was changed or reset; the event's detail says by whom. */
    CHANGE_PASSWORD("scp"),
    /** Root attributes or metadata were edited; the event's detail says by whom. */
    EDIT("sapi"),
    /** The stored claims were mapped again. */
    REMAP("sapi"),
    /** An administrator blocked the user. */
    BLOCK("sapi"),
    /** An administrator unblocked the user. */
    UNBLOCK("ublkdu"),
    /** An identity joined the user; the event's detail is the id of the user it came from, if it had one. */
    LINK("sapi"),
    /** An identity left the user; the event's detail is the id of the user it became. */
    UNLINK("sapi"),
    /** The user was deleted. */
    DELETE("sdu");

    private final String code;
    private final String fieldName;

    EventType(String code) {
        this.code = code;
        this.fieldName = name().toLowerCase(Locale.ROOT);
    }

    /** The event's type code in Auth0's tenant logs; {@code sapi}, an operation on users, where there is no closer one. */
    public String code() {
        return code;
    }

    /** Its name in stores and in JSON: {@code login}, {@code failed_login}, … */
    public String fieldName() {
        return fieldName;
    }

    /** The type of that name; empty when there is none. */
    public static Optional<EventType> named(String fieldName) {
        for (EventType type : values()) {
            if (type.fieldName.equals(fieldName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
