package dev.onoma.core.json;

import java.util.List;

/**
 * A JSON array.
 *
 * @param elements its elements, in order
 */
public record JsonArray(List<JsonValue> elements) implements JsonValue {
    static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        elements = List.copyOf(elements);
    }

    public static JsonArray of(JsonValue... elements) {
        return new JsonArray(List.of(elements));
    }

    @Override
    public JsonType type() {
        return JsonType.ARRAY;
    }

    @Override
    public String toString() {
        return "array[" + elements.size() + "]";
    }
}
