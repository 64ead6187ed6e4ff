package dev.onoma.core.provider;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a profile is as it is: for each root attribute, in order, which source and path gave it and where else it was
 * looked for in vain. It names places and types, never a value. Immutable.
 *
 * @param attributes one for each root attribute
 */
public record Explanation(List<ExplainedAttribute> attributes) {
    public Explanation {
        attributes = List.copyOf(attributes);
    }

    /** How an attribute came about. */
    public ExplainedAttribute of(RootAttribute attribute) {
        return attributes.stream()
                .filter(each -> each.attribute() == attribute)
                .findFirst()
                .orElseGet(() -> ExplainedAttribute.notMapped(attribute, List.of()));
    }

    /** As JSON: an element for each root attribute. */
    public JsonArray toJson() {
        return new JsonArray(
                attributes.stream().<JsonValue>map(ExplainedAttribute::toJson).toList());
    }

    /** A line for each root attribute. */
    @Override
    public String toString() {
        return attributes.stream().map(ExplainedAttribute::toString).collect(Collectors.joining("\n"));
    }
}
