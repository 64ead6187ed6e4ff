package dev.onoma.core.claims;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Removes NUL characters and lone surrogates from text, so that every store keeps the same: one database refuses them,
 * another alters them silently.
 */
public final class UnsafeText {
    /** So many places are told; the rest is cleaned all the same. */
    private static final int MOST_PLACES = 100;

    /** A place is told with so much of each name: a long one, told for each element below it, would fill the memory. */
    private static final int LONGEST_NAME = 100;

    private UnsafeText() {}

    /**
     * The object with safe text only, names included; the same object when its text is safe. A member whose cleaned
     * name another one has is dropped, whichever comes first.
     *
     * @param cleanedPaths told the path of each text that was cleaned, in the order of the document, a hundred at most
     */
    public static JsonObject clean(JsonObject object, Consumer<String> cleanedPaths) {
        if (isSafe(object)) {
            return object;
        }
        int[] told = {0};
        return cleanObject(object, "", path -> {
            if (told[0]++ < MOST_PLACES) {
                cleanedPaths.accept(path);
            }
        });
    }

    /** Whether no text of the value, names included, would be cleaned. */
    public static boolean isSafe(JsonValue value) {
        if (value instanceof JsonString string) {
            return !Characters.isUnsafe(string.value());
        }
        if (value instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                if (!isSafe(element)) {
                    return false;
                }
            }
        }
        return !(value instanceof JsonObject object)
                || object.filter((name, member) -> !Characters.isUnsafe(name) && isSafe(member))
                                .size()
                        == object.size();
    }

    private static JsonValue clean(JsonValue value, String path, Consumer<String> cleanedPaths) {
        if (value instanceof JsonObject object) {
            return cleanObject(object, path, cleanedPaths);
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>();
            for (JsonValue element : array.elements()) {
                elements.add(clean(element, path + "[" + elements.size() + "]", cleanedPaths));
            }
            return new JsonArray(elements);
        }
        return value instanceof JsonString string
                ? new JsonString(cleanText(string.value(), path, cleanedPaths))
                : value;
    }

    private static JsonObject cleanObject(JsonObject object, String path, Consumer<String> cleanedPaths) {
        JsonObject.Builder cleaned = JsonObject.builder();
        object.forEach((name, value) -> {
            StringBuilder place = new StringBuilder(path);
            String shown = Characters.withoutUnsafe(name);
            ClaimPathSyntax.appendName(place, shown.substring(0, Math.min(shown.length(), LONGEST_NAME)));
            String safeName = cleanText(name, place.toString(), cleanedPaths);
            JsonValue safeValue = clean(value, place.toString(), cleanedPaths);
            if (safeName.equals(name)) {
                cleaned.put(name, safeValue);
            } else {
                cleaned.add(safeName, safeValue);
            }
        });
        return cleaned.build();
    }

    private static String cleanText(String text, String path, Consumer<String> cleanedPaths) {
        if (!Characters.isUnsafe(text)) {
            return text;
        }
        cleanedPaths.accept(path);
        return Characters.withoutUnsafe(text);
    }
}
