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

    /** Whether the next value has its name. */
    private boolean named;

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

    /** Whether this is an object, and what comes next is a name. */
    boolean awaitsName() {
        return members != null && !named;
    }

    char bracket() {
        return members != null ? '}' : ']';
    }

    /** Takes a name for the member whose value is added next; false when it is there already. */
    boolean name(String name) {
        named = members != null && members.addName(name);
        return named;
    }

    /** Adds an element, or the value of the name that was taken last. */
    void add(JsonValue value) {
        if (members != null) {
            members.addValue(value);
            named = false;
        } else {
            elements.add(value);
        }
    }

    JsonValue build() {
        return members != null ? members.build() : new JsonArray(elements);
    }
}
