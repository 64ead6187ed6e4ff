package dev.onoma.core.attribute;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiConsumer;

/** The root attributes of one user, each with its owner. Immutable. */
public final class RootAttributes {
    public static final RootAttributes NONE = new RootAttributes(new EnumMap<>(RootAttribute.class));

    private final EnumMap<RootAttribute, OwnedValue> values;

    private RootAttributes(EnumMap<RootAttribute, OwnedValue> values) {
        this.values = values;
    }

    /** The attribute's value and owner; empty when it is not set. */
    public Optional<OwnedValue> get(RootAttribute attribute) {
        return Optional.ofNullable(values.get(attribute));
    }

    /** The attribute's text, or its address where it is a pair; empty when it is not set. */
    public Optional<String> text(RootAttribute attribute) {
        OwnedValue owned = values.get(attribute);
        return owned == null ? Optional.empty() : Optional.of(owned.value().text());
    }

    /** The pair; empty when it is not set. */
    public Optional<PairValue> pair(RootAttribute attribute) {
        OwnedValue owned = values.get(attribute);
        return owned != null && owned.value() instanceof PairValue pair ? Optional.of(pair) : Optional.empty();
    }

    /** Who wrote the attribute; empty when it is not set. */
    public Optional<Owner> owner(RootAttribute attribute) {
        OwnedValue owned = values.get(attribute);
        return owned == null ? Optional.empty() : Optional.of(owned.owner());
    }

    public boolean has(RootAttribute attribute) {
        return values.containsKey(attribute);
    }

    /** The attribute's text, where somebody gave it; empty when it is not set, or derived. */
    public Optional<String> given(RootAttribute attribute) {
        OwnedValue owned = values.get(attribute);
        return owned != null && owned.owner().isGiver()
                ? Optional.of(owned.value().text())
                : Optional.empty();
    }

    /**
     * These attributes with one set.
     *
     * @throws IllegalArgumentException when a pair is given for a text attribute, or the other way round
     */
    public RootAttributes with(RootAttribute attribute, OwnedValue value) {
        requireNonNull(value, "value");
        if (attribute.isPair() != value.value() instanceof PairValue) {
            throw new IllegalArgumentException(
                    attribute.fieldName() + (attribute.isPair() ? " must be a pair" : " must be a text"));
        }
        EnumMap<RootAttribute, OwnedValue> changed = new EnumMap<>(values);
        changed.put(attribute, value);
        return new RootAttributes(changed);
    }

    /** These attributes with one not set. */
    public RootAttributes without(RootAttribute attribute) {
        if (!has(attribute)) {
            return this;
        }
        EnumMap<RootAttribute, OwnedValue> changed = new EnumMap<>(values);
        changed.remove(attribute);
        return new RootAttributes(changed);
    }

    /** Calls the action for each attribute that is set, in order. */
    public void forEach(BiConsumer<RootAttribute, OwnedValue> action) {
        values.forEach(action);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RootAttributes attributes && values.equals(attributes.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Which attributes are set, and by whom; not their values. */
    @Override
    public String toString() {
        StringJoiner names = new StringJoiner(", ", "RootAttributes[", "]");
        forEach((attribute, owned) ->
                names.add(attribute.fieldName() + " by " + owned.owner().name()));
        return names.toString();
    }
}
