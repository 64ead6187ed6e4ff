package dev.onoma.core.provider;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;

/** The conversions that every table shares. */
final class Converters {
    static final Converter TEXT = value ->
            value instanceof JsonString string ? Conversion.text(string.value()) : Conversion.unreadable("string");

    private Converters() {}

    /** {@code true} and {@code false}, as booleans or as text in any ASCII case, and nothing else. */
    static FlagState flag(JsonValue value) {
        if (value instanceof JsonBoolean bool) {
            return bool.value() ? FlagState.TRUE : FlagState.FALSE;
        }
        if (!(value instanceof JsonString string)) {
            return FlagState.UNSAID;
        }
        return switch (Characters.lowerAscii(string.value())) {
            case "true" -> FlagState.TRUE;
            case "false" -> FlagState.FALSE;
            default -> FlagState.UNSAID;
        };
    }
}
