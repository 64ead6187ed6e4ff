package dev.onoma.core.claims;

import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonValue;
import java.util.Optional;

/**
 * What the sources say at one path, before anybody has asked for a type.
 *
 * @param state {@link ClaimState#VALUE}, {@link ClaimState#NULL}, {@link ClaimState#ABSENT} or
 *     {@link ClaimState#NOT_CONSULTED}
 * @param value the value, present exactly when the state is {@code VALUE}
 */
public record Claim(ClaimState state, Optional<JsonValue> value) {
    static Claim of(Optional<JsonValue> found, boolean consulted) {
        if (found.isEmpty()) {
            return new Claim(consulted ? ClaimState.ABSENT : ClaimState.NOT_CONSULTED, Optional.empty());
        }
        return found.get() == JsonNull.NULL
                ? new Claim(ClaimState.NULL, Optional.empty())
                : new Claim(ClaimState.VALUE, found);
    }
}
