package dev.onoma.core.claims;

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
    NOT_CONSULTED
}
