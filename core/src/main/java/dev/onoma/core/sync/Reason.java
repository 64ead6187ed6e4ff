package dev.onoma.core.sync;

/** Why a decision was made, in words. */
public enum Reason {
    SENT("the provider sent a value"),
    SENT_EQUAL("the provider sent the value that is stored"),
    TAKES_OVER("the provider sent the value that was derived, and owns it from now on"),
    NOT_SENT("the provider sent no value"),
    NOT_CONSULTED("not every source that could hold a value was read"),
    SENT_NULL("the provider sent null"),
    SENT_UNREADABLE("the provider sent a value that is not readable"),
    CLEARED_BY_NULL("the provider sent null"),
    CLEARED_BY_ABSENCE("the provider no longer sends a value"),
    NOT_MAPPED("the provider has no such claim"),
    DERIVED_EQUAL("nobody gave a value, and the derived one is unchanged"),
    DERIVED("nobody gave a value, so one is derived"),
    DERIVED_INSTEAD("the value was cleared, so one is derived"),
    CREATION_ONLY("only the login that creates the user writes it"),
    EDITED("it was edited"),
    NOT_EMPTY("a value stands there"),
    OWNED_BY_ANOTHER("somebody else wrote it"),
    NEVER("no login writes it"),
    STAYS_VERIFIED("the address is unchanged and stays verified"),
    TRUST_LOST("the address is unchanged, but whoever verified it is no longer trusted"),
    SECONDARY("only a login through the primary identity writes root attributes"),
    MOVED("moved from user_metadata");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
