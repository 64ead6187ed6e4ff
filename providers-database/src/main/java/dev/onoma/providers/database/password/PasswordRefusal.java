package dev.onoma.providers.database.password;

import java.util.Locale;

/** Why a password cannot be chosen. The codes are stable; new ones may be added. */
public enum PasswordRefusal {
    /** Fewer characters than the policy asks for. */
    PASSWORD_TOO_SHORT,
    /** More than {@value Password#MAX_BYTES} bytes. */
    PASSWORD_TOO_LONG,
    /** A control character, a lone surrogate, or a character that this version of Java does not know. */
    PASSWORD_CHARACTERS,
    /** The person's e-mail address, what is in front of its {@code @}, or the phone number. */
    PASSWORD_IS_ADDRESS,
    /** One of the person's names. */
    PASSWORD_IS_NAME,
    /** The person's user name. */
    PASSWORD_IS_USERNAME,
    /** A word that the application forbids, such as its own name. */
    PASSWORD_FORBIDDEN,
    /** On a list of passwords that others know. */
    PASSWORD_BREACHED;

    /** The code as text, such as {@code password_too_short}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
