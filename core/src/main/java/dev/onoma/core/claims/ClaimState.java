package dev.onoma.core.claims;

import java.util.Locale;

/** The five things that a claim can be. */
public enum ClaimState {
    /** It has a value. */
    VALUE,
    /** The provider said {@code null}. */
    NULL,
    /** Every source that could hold it was consulted, and none does; or its text is blank. */
    ABSENT,
    /** It has a value of the wrong type, or over a limit. */
    UNREADABLE,
    /** A source that could hold it was not asked, and none that was does. */
    NOT_CONSULTED;

    /** As text, such as {@code not_consulted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
