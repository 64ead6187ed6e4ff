package dev.onoma.cli.users;

import dev.onoma.core.administration.Remap.Remapped;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.Identity;
import java.util.List;
import java.util.stream.Stream;

/** What a remap makes of a user, as a line. */
final class RemapJson {
    private RemapJson() {}

    static JsonObject write(Remapped user) {
        return JsonObject.builder()
                .put("user_id", user.before().id().value())
                .put("decisions", array(user.decisions().stream().map(decision -> decision.toJson())))
                .put("warnings", array(user.warnings().stream().map(warning -> warning.toJson())))
                .put("profile_data", array(cleaned(user).stream().map(JsonString::new)))
                .build();
    }

    /** The connections whose stored claims lose some. */
    private static List<String> cleaned(Remapped user) {
        return user.before().identities().stream()
                .filter(identity -> !user.after()
                        .identity(identity.key())
                        .map(Identity::profileData)
                        .filter(identity.profileData()::equals)
                        .isPresent())
                .map(Identity::connection)
                .distinct()
                .toList();
    }

    private static JsonArray array(Stream<? extends JsonValue> elements) {
        return new JsonArray(List.copyOf(elements.toList()));
    }
}
