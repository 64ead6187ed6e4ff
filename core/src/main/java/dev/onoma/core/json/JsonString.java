package dev.onoma.core.json;

import static java.util.Objects.requireNonNull;

/**
 * A JSON string.
 *
 * @param value the text, without quotes and escapes
 */
public record JsonString(String value) implements JsonValue {
    public JsonString {
        requireNonNull(value, "value");
    }

    @Override
    public JsonType type() {
        return JsonType.STRING;
    }

    @Override
    public String toString() {
        return "string";
    }
}
