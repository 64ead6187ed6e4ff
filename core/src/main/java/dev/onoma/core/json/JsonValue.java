package dev.onoma.core.json;

import dev.onoma.core.Limits;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value: immutable, safe to share between threads, compared by value: the order of an object's members does not
 * count, and numbers are equal when their values are ({@code 1.0} and {@code 1}). {@code toString} prints the type,
 * never the content; {@link #toJson()} prints the content.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {
    /** The value's type. */
    JsonType type();

    /**
     * Reads one JSON text, strictly: UTF-8, no duplicate names, nothing after the value.
     *
     * @throws JsonException when the text is not JSON, or over the standard limits on its depth, members or numbers
     */
    static JsonValue parse(String text) {
        return JsonDocument.parse(text.getBytes(StandardCharsets.UTF_8), Limits.STANDARD)
                .value();
    }

    /**
     * The JSON value of a Java object: {@code null}, {@code String}, {@code Boolean}, a finite {@code Number}, a
     * {@code Map} with string keys, a {@code Collection} or array of such, and what token libraries make of claims:
     * {@code Instant} and {@code Date} become seconds since 1970 (RFC 7519, section 2, NumericDate), {@code URL} and
     * {@code URI} their text.
     *
     * @throws IllegalArgumentException for anything else, naming the place and the class
     */
    static JsonValue from(@Nullable Object value) {
        return JavaConversion.toJson(value, "$");
    }

    /** Compact JSON text. Numbers keep the digits they came with. */
    default String toJson() {
        return JsonWriting.text(this);
    }
}
