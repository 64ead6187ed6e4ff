package dev.onoma.core.user;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Users as JSON, with the field names of Auth0's user profile structure: {@code user_id}, the root attributes that are
 * set, {@code identities user_metadata app_metadata blocked created_at updated_at last_login last_ip logins_count}, and
 * {@code owners}. Times are ISO 8601 in UTC. Who verified an address, and when, has no field.
 */
public final class UserJson {
    private UserJson() {}

    /** The whole user, for the application and its administrators. */
    public static JsonObject write(User user) {
        JsonObject.Builder json = JsonObject.builder().put("user_id", user.id().value());
        writeRoot(user, json);
        json.put("identities", identities(user));
        json.put("user_metadata", user.userMetadata());
        json.put("app_metadata", user.appMetadata());
        json.put("blocked", user.isBlocked());
        json.put("created_at", user.createdAt().toString());
        json.put("updated_at", user.updatedAt().toString());
        user.counters().lastLogin().ifPresent(time -> json.put("last_login", time.toString()));
        user.counters().lastIp().ifPresent(ip -> json.put("last_ip", ip));
        json.put("logins_count", user.counters().logins());
        json.put("owners", owners(user));
        return json.build();
    }

    /** What users may see of themselves: everything but {@code app_metadata}, {@code blocked} and the owners. */
    public static JsonObject writeForUser(User user) {
        return write(user)
                .filter((name, value) ->
                        !name.equals("app_metadata") && !name.equals("blocked") && !name.equals("owners"));
    }

    /**
     * A user from what {@link #write} wrote. Verified addresses count as verified by their owner when the user was
     * updated last, or by an import where the owner is the user, whose word alone verifies nothing.
     *
     * @throws InvalidUserException when a field is missing or of the wrong type
     */
    public static User read(JsonObject json) {
        return new UserJsonReader(json).read();
    }

    private static void writeRoot(User user, JsonObject.Builder json) {
        user.root().forEach((attribute, owned) -> {
            json.put(attribute.fieldName(), owned.value().text());
            if (owned.value() instanceof PairValue pair) {
                json.put(attribute.flagName().orElseThrow(), pair.isVerified());
            }
        });
    }

    private static JsonArray identities(User user) {
        List<JsonValue> identities = new ArrayList<>();
        for (Identity identity : user.identities()) {
            identities.add(JsonObject.builder()
                    .put("connection", identity.connection())
                    .put("provider", identity.provider())
                    .put("user_id", identity.subject())
                    .put("isSocial", identity.isSocial())
                    .put("profileData", identity.profileData())
                    .build());
        }
        return new JsonArray(identities);
    }

    private static JsonObject owners(User user) {
        JsonObject.Builder owners = JsonObject.builder();
        for (RootAttribute attribute : RootAttribute.ALL) {
            user.root()
                    .get(attribute)
                    .map(OwnedValue::owner)
                    .ifPresent(owner -> owners.put(attribute.fieldName(), new JsonString(owner.name())));
        }
        return owners.build();
    }
}
