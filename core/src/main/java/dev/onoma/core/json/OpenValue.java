package dev.onoma.core.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object or array of which the beginning has been read. */
final class OpenValue {
    private final @Nullable OpenValue around;
    private final int depth;

    /** Where this is an object, its members; null where it is an array. */
    private final JsonObject.@Nullable Builder members;

    private final List<JsonValue> elements;

    /** Of the member that is read next. */
    private String name = "";

    private int namePlace;

    private OpenValue(@Nullable OpenValue around, JsonObject.@Nullable Builder members, List<JsonValue> elements) {
        this.around = around;
        this.depth = around == null ? 1 : around.depth + 1;
        this.members = members;
        this.elements = elements;
    }

    static OpenValue object(@Nullable OpenValue around) {
        return new OpenValue(around, JsonObject.builder(), List.of());
    }

    static OpenValue array(@Nullable OpenValue around) {
        return new OpenValue(around, null, new ArrayList<>());
    }

    /** What this is in; null when it is in nothing. */
    @Nullable
    OpenValue around() {
        return around;
    }

    /** How many values are open with this one. */
    int depth() {
        return depth;
    }

    boolean isObject() {
        return members != null;
    }

    char bracket() {
        return members != null ? '}' : ']';
    }

    void name(String next, int place) {
        name = next;
        namePlace = place;
    }

    /** Where the name is that was read last. */
    int namePlace() {
        return namePlace;
    }

    /** Adds a member or element; false when the member's name is there already. */
    boolean add(JsonValue value) {
        return members != null ? members.add(name, value) : elements.add(value);
    }

    JsonValue build() {
        return members != null ? members.build() : new JsonArray(elements);
    }
}
