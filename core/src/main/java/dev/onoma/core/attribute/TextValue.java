package dev.onoma.core.attribute;

import static java.util.Objects.requireNonNull;

/**
 * The value of a root attribute that is a text.
 *
 * @param text the text
 */
public record TextValue(String text) implements AttributeValue {
    public TextValue {
        requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return "TextValue";
    }
}
