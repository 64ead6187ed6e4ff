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

    /** The type's word in messages, such as {@code object}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
