package dev.onoma.testkit.provider;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a document, whatever the document holds.
 *
 * @param steps names of members and indexes of elements, from the outside in
 */
public record Place(List<String> steps) {
    public Place {
        steps = List.copyOf(steps);
    }

    /** All places of an object that hold neither an object nor an array. */
    public static List<Place> leavesOf(JsonObject object) {
        List<Place> leaves = new ArrayList<>();
        collect(object, List.of(), leaves);
        return leaves;
    }

    private static void collect(JsonValue value, List<String> steps, List<Place> leaves) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> collect(member, append(steps, name), leaves));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.elements().size(); i++) {
                collect(array.elements().get(i), append(steps, Integer.toString(i)), leaves);
            }
        } else {
            leaves.add(new Place(steps));
        }
    }

    private static List<String> append(List<String> steps, String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    /** The name of the claim at the top level. */
    public String root() {
        return steps.get(0);
    }

    /** The object with another value here; unchanged where it has no such place. */
    public JsonObject replace(JsonObject in, JsonValue value) {
        return (JsonObject) changed(in, 0, value, false);
    }

    /** The object without this place; an element of an array becomes null, so that its neighbours stay in place. */
    public JsonObject remove(JsonObject in) {
        return (JsonObject) changed(in, 0, JsonNull.NULL, true);
    }

    private JsonValue changed(JsonValue in, int depth, JsonValue value, boolean removes) {
        if (depth == steps.size()) {
            return value;
        }
        String step = steps.get(depth);
        boolean last = depth == steps.size() - 1;
        if (in instanceof JsonObject object && object.has(step)) {
            return last && removes
                    ? object.without(step)
                    : object.with(step, changed(object.get(step).orElseThrow(), depth + 1, value, removes));
        }
        if (in instanceof JsonArray array && isIndexOf(array, step)) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            int index = Integer.parseInt(step);
            elements.set(index, changed(elements.get(index), depth + 1, value, removes));
            return new JsonArray(elements);
        }
        return in;
    }

    private static boolean isIndexOf(JsonArray array, String step) {
        return step.matches("[0-9]{1,6}")
                && Integer.parseInt(step) < array.elements().size();
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
