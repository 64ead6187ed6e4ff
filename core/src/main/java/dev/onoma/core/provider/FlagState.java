package dev.onoma.core.provider;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonString;
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
        if (value instanceof JsonBoolean bool) {
            return bool.value() ? TRUE : FALSE;
        }
        if (!(value instanceof JsonString word)) {
            return UNSAID;
        }
        return switch (Characters.lowerAscii(word.value())) {
            case "true" -> TRUE;
            case "false" -> FALSE;
            default -> UNSAID;
        };
    }
}
