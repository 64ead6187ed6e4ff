package dev.onoma.core.provider;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.ClaimState;

/**
 * What a login gives for one root attribute.
 *
 * @param state which of the five states it is in
 * @param text the text or address; empty text unless the state is {@link ClaimState#VALUE}
 * @param flag what was said of the address's verification, after the connection's trust; for pairs only
 */
public record Given(ClaimState state, String text, FlagState flag) {
    private static final Given NULL = new Given(ClaimState.NULL, "", FlagState.UNSAID);
    private static final Given ABSENT = new Given(ClaimState.ABSENT, "", FlagState.UNSAID);
    private static final Given UNREADABLE = new Given(ClaimState.UNREADABLE, "", FlagState.UNSAID);
    private static final Given NOT_CONSULTED = new Given(ClaimState.NOT_CONSULTED, "", FlagState.UNSAID);

    public Given {
        requireNonNull(state, "state");
        requireNonNull(text, "text");
        requireNonNull(flag, "flag");
    }

    static Given text(String text) {
        return new Given(ClaimState.VALUE, text, FlagState.UNSAID);
    }

    static Given pair(String address, FlagState flag) {
        return new Given(ClaimState.VALUE, address, flag);
    }

    static Given none(ClaimState state) {
        return switch (state) {
            case NULL -> NULL;
            case UNREADABLE -> UNREADABLE;
            case NOT_CONSULTED -> NOT_CONSULTED;
            default -> ABSENT;
        };
    }

    public boolean hasValue() {
        return state == ClaimState.VALUE;
    }

    @Override
    public String toString() {
        return "Given[" + state + "]";
    }
}
