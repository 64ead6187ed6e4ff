package dev.onoma.core.attribute;

import static java.util.Objects.requireNonNull;

/**
 * A root attribute that is set, and who wrote it.
 *
 * @param value its value
 * @param owner who wrote it
 */
public record OwnedValue(AttributeValue value, Owner owner) {
    public OwnedValue {
        requireNonNull(value, "value");
        requireNonNull(owner, "owner");
    }

    public static OwnedValue of(String text, Owner owner) {
        return new OwnedValue(new TextValue(text), owner);
    }
}
