package dev.onoma.core.json;

import java.util.Locale;

/** The six types of JSON (RFC 8259, section 3); {@code true} and {@code false} are one. */
public enum JsonType {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL;

    /** The type in a sentence, such as {@code an object}. */
    public String phrase() {
        return switch (this) {
            case OBJECT, ARRAY -> "an " + word();
            case STRING, NUMBER, BOOLEAN -> "a " + word();
            case NULL -> word();
        };
    }

    /** The type's word, such as {@code object}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
