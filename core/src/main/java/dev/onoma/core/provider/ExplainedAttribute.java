package dev.onoma.core.provider;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How one root attribute of a profile came about. It never holds a value.
 *
 * @param attribute the attribute
 * @param state the state of its claim; empty when the provider's table does not look for it
 * @param attempts the places that were looked at, in order; the last one gave the value where there is one
 * @param flag how its verified flag came about; only of a pair that is given
 * @param derivedFrom what a value that stands in was made of: root attributes by their names in JSON, or
 *     {@code subject}; empty when none is derived
 */
public record ExplainedAttribute(
        RootAttribute attribute,
        Optional<ClaimState> state,
        List<Attempt> attempts,
        Optional<ExplainedFlag> flag,
        List<String> derivedFrom) {
    public ExplainedAttribute {
        requireNonNull(attribute, "attribute");
        requireNonNull(state, "state");
        requireNonNull(flag, "flag");
        attempts = List.copyOf(attempts);
        derivedFrom = List.copyOf(derivedFrom);
    }

    static ExplainedAttribute notMapped(RootAttribute attribute, List<String> derivedFrom) {
        return new ExplainedAttribute(attribute, Optional.empty(), List.of(), Optional.empty(), derivedFrom);
    }

    /** The place that gave the value; empty when none did. */
    public Optional<Attempt> from() {
        return attempts.stream()
                .filter(attempt -> attempt.finding() == Finding.TAKEN)
                .findFirst();
    }

    /** The places that were looked at in vain, in order. */
    public List<Attempt> failed() {
        return attempts.stream()
                .filter(attempt -> attempt.finding() != Finding.TAKEN)
                .toList();
    }

    /**
     * As JSON: {@code attribute}, {@code state} ({@code not_mapped} where the table does not look for it), the
     * {@code source} and {@code path} that gave it or what it was {@code derived_from}, {@code tried} in vain,
     * {@code flag}.
     */
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("attribute", attribute.fieldName())
                .put("state", state.map(ClaimState::word).orElse("not_mapped"));
        from().ifPresent(from -> json.put("source", from.source().word()).put("path", from.path()));
        if (!derivedFrom.isEmpty()) {
            json.put(
                    "derived_from",
                    new JsonArray(
                            derivedFrom.stream().<JsonValue>map(JsonString::new).toList()));
        }
        json.put(
                "tried",
                new JsonArray(failed().stream().<JsonValue>map(Attempt::toJson).toList()));
        flag.ifPresent(how -> json.put("flag", how.toJson()));
        return json.build();
    }

    /** In a line: {@code name: display of userinfo_response; tried: display of verified_id_token: absent}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(attribute.fieldName()).append(": ");
        line.append(
                from().map(from -> from.path() + " of " + from.source().word()).orElseGet(this::withoutValue));
        if (!failed().isEmpty()) {
            line.append("; tried: ").append(words(failed()));
        }
        flag.ifPresent(how -> line.append("; ").append(how));
        return line.toString();
    }

    private String withoutValue() {
        String claim = state.map(nothing -> nothing.word().replace('_', ' ')).orElse("not mapped");
        return derivedFrom.isEmpty() ? claim : claim + ", derived from " + String.join(" and ", derivedFrom);
    }

    static String words(List<Attempt> attempts) {
        return attempts.stream().map(Attempt::toString).collect(Collectors.joining("; "));
    }
}
