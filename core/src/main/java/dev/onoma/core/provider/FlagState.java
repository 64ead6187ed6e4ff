package dev.onoma.core.provider;

import dev.onoma.core.json.JsonValue;

/** What a source says about an address's verification. */
public enum FlagState {
    TRUE,
    FALSE,
    /** Nothing, or nothing readable. Counts as false for a new address, and changes nothing for a known one. */
    UNSAID;

    /**
     * What a claim says by which only true and false may be meant: those, also as text in any ASCII case. Anything else
     * is {@link #UNSAID}.
     */
    public static FlagState of(JsonValue value) {
        return Converters.bool(value).map(said -> said ? TRUE : FALSE).orElse(UNSAID);
    }
}
