package dev.onoma.core.provider;

import java.util.Locale;

/** What was wrong with a part of a login that succeeds all the same. */
public enum WarningCode {
    /** A claim has another type than the attribute needs. */
    WRONG_TYPE,
    /** A claim has the right type, but its value breaks a limit or is no address or URL. */
    INVALID_VALUE,
    /** A text held NUL or a lone surrogate, which was removed. */
    REMOVED_CHARACTERS,
    /** A metadata field that should become a root attribute stays where it is. */
    NOT_MOVED;

    /** The code as text, such as {@code wrong_type}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
