package dev.onoma.core.provider;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;

/**
 * From a claim's value and the document that it stands in to an attribute's text: for a value that makes sense only
 * beside another, such as the hash of a picture beside the id of its owner. Must be pure and thread-safe; it is never
 * called for null.
 */
@FunctionalInterface
public interface DocumentConverter {
    /**
     * What the value is for the attribute.
     *
     * @param document the whole document, less what the connection denies and what no store takes
     */
    Conversion convert(JsonValue value, JsonObject document);
}
