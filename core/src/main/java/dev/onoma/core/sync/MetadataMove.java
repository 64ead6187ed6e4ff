package dev.onoma.core.sync;

import dev.onoma.core.attribute.AttributeFormat;
import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Warning;
import dev.onoma.core.provider.WarningCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves fields of user metadata to root attributes, for applications that kept them there before. */
final class MetadataMove {
    private final SyncInput input;
    private final Map<RootAttribute, Decision> decisions;
    private final List<Warning> warnings;

    MetadataMove(SyncInput input, Map<RootAttribute, Decision> decisions, List<Warning> warnings) {
        this.input = input;
        this.decisions = decisions;
        this.warnings = warnings;
    }

    /** The metadata without what moved; what does not qualify stays there, with a warning. */
    JsonObject move(JsonObject userMetadata) {
        JsonObject rest = userMetadata;
        for (Map.Entry<RootAttribute, String> entry :
                input.connection().metadataMigration().entrySet()) {
            Optional<JsonValue> value = userMetadata.get(entry.getValue());
            if (value.isEmpty()) {
                continue;
            }
            Optional<String> expected = expectation(entry.getKey(), value.get());
            if (expected.isPresent()) {
                warnings.add(new Warning(
                        WarningCode.NOT_MOVED,
                        input.connection().name(),
                        "user_metadata." + entry.getValue(),
                        value.get().type().word(),
                        expected.get()));
            } else {
                decisions.put(entry.getKey(), decision(entry.getKey(), ((JsonString) value.get()).value()));
                rest = rest.without(entry.getValue());
            }
        }
        return rest;
    }

    /** What the field, or the attribute, would have to be; empty when the field qualifies. */
    private Optional<String> expectation(RootAttribute attribute, JsonValue value) {
        if (!(value instanceof JsonString string) || Characters.isBlank(string.value())) {
            return Optional.of("a string that is not blank");
        }
        if (!input.connection().isEditable(attribute)) {
            return Optional.of("an editable attribute: its rule is on_each_login");
        }
        if (input.stored(attribute).filter(owned -> owned.owner().isEditor()).isPresent()) {
            return Optional.of("an attribute that nobody has edited");
        }
        return AttributeFormat.violation(
                attribute, string.value(), input.connection().limits());
    }

    private Decision decision(RootAttribute attribute, String text) {
        return new Decision(
                attribute,
                Action.SET,
                input.stored(attribute),
                Optional.of(OwnedValue.of(text, Owner.USER)),
                input.connection().rule(attribute),
                Reason.MOVED);
    }
}
