package dev.onoma.core.claims;

import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonObject;
import java.util.Optional;

/**
 * One document of claims and how it was checked.
 *
 * @param evidence how it was checked
 * @param document what it holds; not necessarily an object, as a provider's error may be anything
 */
public record ClaimSource(Evidence evidence, JsonDocument document) {
    /** The claims; empty when the document is no JSON object. */
    public Optional<JsonObject> object() {
        return document.value() instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }
}
