package dev.onoma.core.provider;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.Optional;

/** The conversions that every table shares. */
final class Converters {
    static final Converter TEXT = value ->
            value instanceof JsonString string ? Conversion.text(string.value()) : Conversion.unreadable("string");

    private Converters() {}

    /** {@code true} and {@code false}, as booleans or as text in any ASCII case, and nothing else. */
    static Optional<Boolean> bool(JsonValue value) {
        if (value instanceof JsonBoolean bool) {
            return Optional.of(bool.value());
        }
        if (value instanceof JsonString string) {
            if (isWord("true", string.value())) {
                return Optional.of(true);
            }
            if (isWord("false", string.value())) {
                return Optional.of(false);
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(String word, String text) {
        return word.equals(Characters.lowerAscii(text));
    }
}
