package dev.onoma.core.provider;

import java.util.Locale;

/** What came of looking at one place for the value of a root attribute, or for its verified flag. */
public enum Finding {
    /** The value was taken. */
    TAKEN,
    /** The source does not have the claim. */
    ABSENT,
    /** The claim is {@code null}. */
    NULL,
    /** The claim is a text of nothing but white space. */
    BLANK,
    /** The claim has another type than the attribute needs. */
    WRONG_TYPE,
    /** The claim has the right type, but its value breaks a limit or is no address or URL. */
    INVALID_VALUE,
    /** The provider's converter finds nothing in the claim: the next place is tried. */
    NOTHING_IN_IT,
    /** The provider's converter says that the person has no such value: no other place is tried. */
    STOPPED,
    /** A boolean claim says that the person has no such value, whatever other claims hold. */
    SAID_ABSENT,
    /** The claim is on the connection's deny list. */
    DENIED,
    /** The source could hold the claim, but was not asked. */
    NOT_CONSULTED,
    /** The source may not speak of this: it came through the browser unsigned, or a person typed it. */
    NOT_BELIEVED;

    /** As text, such as {@code wrong_type}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
