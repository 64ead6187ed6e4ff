package dev.onoma.providers.linkedin;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Conversion;
import java.util.List;
import java.util.Optional;

/**
 * The renditions of a member's picture in the older API, each with its addresses; from the smallest to the largest.
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/shared/references/v2/profile/profile-picture">Profile
 *     picture</a>
 */
final class DisplayImage {
    private static final Optional<JsonValue> PUBLIC = Optional.of(new JsonString("PUBLIC"));

    private DisplayImage() {}

    /** The largest rendition that everybody may see, and of it the first address. */
    static Conversion address(JsonValue renditions) {
        if (!(renditions instanceof JsonArray)) {
            return Conversion.unreadable("array");
        }
        Conversion largest = Conversion.absent();
        for (JsonObject rendition : objects(Optional.of(renditions))) {
            if (rendition.get("authorizationMethod").equals(PUBLIC)) {
                largest = objects(rendition.get("identifiers")).stream()
                        .flatMap(identifier -> identifier.get("identifier").stream())
                        .flatMap(identifier -> MultiLocale.asText(identifier).stream())
                        .findFirst()
                        .map(Conversion::text)
                        .orElse(largest);
            }
        }
        return largest;
    }

    private static List<JsonObject> objects(Optional<JsonValue> array) {
        return array.isPresent() && array.get() instanceof JsonArray list
                ? list.elements().stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }
}
