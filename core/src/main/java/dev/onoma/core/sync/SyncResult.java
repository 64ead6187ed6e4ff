package dev.onoma.core.sync;

import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.provider.Warning;
import java.util.List;

/**
 * What a login makes of a user's root attributes.
 *
 * @param decisions one for each attribute that is stored or was sent, in order
 * @param root the root attributes after
 * @param userMetadata the user metadata after; changed only by fields that moved to root attributes
 * @param warnings fields that should have moved and could not
 */
public record SyncResult(
        List<Decision> decisions, RootAttributes root, JsonObject userMetadata, List<Warning> warnings) {
    public SyncResult {
        decisions = List.copyOf(decisions);
        warnings = List.copyOf(warnings);
    }
}
