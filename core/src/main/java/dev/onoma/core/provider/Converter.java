package dev.onoma.core.provider;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;

/**
 * From a claim's value to an attribute's text: the escape hatch where a path alone does not do. Must be pure and
 * thread-safe; it is never called for null.
 */
@FunctionalInterface
public interface Converter {
    Conversion convert(JsonValue value);

    /** A string as it is; any other type is unreadable. */
    static Converter text() {
        return value ->
                value instanceof JsonString string ? Conversion.text(string.value()) : Conversion.unreadable("string");
    }

    /** The same conversion, for which an object is nothing rather than unreadable: another path looks inside. */
    default Converter orAbsentWhenObject() {
        return value -> value instanceof JsonObject ? Conversion.absent() : convert(value);
    }
}
