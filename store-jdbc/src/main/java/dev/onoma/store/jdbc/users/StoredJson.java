package dev.onoma.store.jdbc.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonObject;

/** JSON as the engine gives it back. What was stored had its limits when it came in. */
final class StoredJson {
    private static final String EMPTY = "{}";

    private StoredJson() {}

    static JsonObject read(String text) {
        return text.equals(EMPTY)
                ? JsonObject.EMPTY
                : (JsonObject)
                        JsonDocument.parse(text.getBytes(UTF_8), Limits.STORED).value();
    }
}
