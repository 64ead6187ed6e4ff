package dev.onoma.core.transfer;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One field of an export.
 *
 * @param name as it was asked for
 * @param path where it is in a user as JSON
 */
record ExportField(String name, ClaimPath path) {
    private static final List<String> PLAIN =
            List.of("user_id", "blocked", "created_at", "updated_at", "last_login", "last_ip", "logins_count");
    private static final Set<String> OBJECTS = Set.of("identities", "user_metadata", "app_metadata", "owners");
    private static final Set<String> KNOWN = known();

    private static Set<String> known() {
        Set<String> known = new HashSet<>(PLAIN);
        known.addAll(OBJECTS);
        for (RootAttribute attribute : RootAttribute.ALL) {
            known.add(attribute.fieldName());
            attribute.flagName().ifPresent(known::add);
        }
        return Set.copyOf(known);
    }

    /**
     * A field by its path, such as {@code email}, {@code identities[0].connection} or {@code user_metadata.plan}.
     *
     * @throws IllegalArgumentException when it is no path, users have no such field, or it is a whole object
     */
    static ExportField of(String name) {
        ClaimPath path = ClaimPath.of(name.strip());
        if (!KNOWN.contains(path.root())) {
            throw new IllegalArgumentException("users have no field \"" + path.root() + "\"");
        }
        if (isWholeObject(path.toString())) {
            throw new IllegalArgumentException(
                    "\"" + path + "\" is a whole object: name a field of it, such as user_metadata.plan");
        }
        return new ExportField(path.toString(), path);
    }

    private static boolean isWholeObject(String path) {
        return OBJECTS.contains(path) || path.matches("identities\\[[0-9]+](\\.profileData)?");
    }

    Optional<JsonValue> in(JsonObject user) {
        return path.in(user);
    }
}
