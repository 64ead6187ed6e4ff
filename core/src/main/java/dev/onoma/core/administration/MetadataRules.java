package dev.onoma.core.administration;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.UnsafeText;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** How metadata is merged, and which keys it may have. */
public final class MetadataRules {
    /** Names that mean something else on a user; see the metadata documentation that we follow. */
    private static final Set<String> FORBIDDEN_IN_APP_METADATA = Set.of(
            "__tenant",
            "_id",
            "blocked",
            "clientID",
            "created_at",
            "email_verified",
            "email",
            "globalClientID",
            "global_client_id",
            "identities",
            "lastIP",
            "lastLogin",
            "loginsCount",
            "metadata",
            "multifactor_last_modified",
            "multifactor",
            "updated_at",
            "user_id");

    private MetadataRules() {}

    /** First level only: null removes a field, another value replaces it whole; without any field, all go. */
    public static JsonObject merge(JsonObject stored, JsonObject changes) {
        if (changes.isEmpty()) {
            return JsonObject.EMPTY;
        }
        JsonObject.Builder merged = stored.toBuilder();
        changes.forEach(merged::put);
        return merged.build().filter((name, value) -> !changes.has(name) || value != JsonNull.NULL);
    }

    /**
     * Why metadata may not become what it would.
     *
     * @param which {@code user_metadata} or {@code app_metadata}
     * @param changes what somebody asks for
     * @param merged what would be stored
     */
    public static Optional<Refusal> check(String which, JsonObject changes, JsonObject merged, Limits limits) {
        if (which.equals("app_metadata") && changes.names().stream().anyMatch(FORBIDDEN_IN_APP_METADATA::contains)) {
            return refusal("app_metadata must not have a field named like one of the user's own");
        }
        // First of all: what is too deep to be walked is too deep to be looked at for anything else.
        Optional<Refusal> unbounded = unbounded(which, changes, limits);
        if (unbounded.isPresent()) {
            return unbounded;
        }
        if (hasForbiddenKey(changes)) {
            return refusal(which + " must not have a field with . or $ in its name, or without a name");
        }
        if (!UnsafeText.isSafe(changes)) {
            return refusal(which + " must not hold NUL or lone surrogates");
        }
        int most = limits.of(Limit.METADATA_BYTES);
        return merged.toJson().getBytes(StandardCharsets.UTF_8).length > most
                ? refusal(which + " must be at most " + most + " bytes")
                : Optional.empty();
    }

    /** Over the limits of a claims document on depth, members or numbers, whoever parsed it. */
    private static Optional<Refusal> unbounded(String which, JsonObject changes, Limits limits) {
        try {
            JsonDocument.of(changes, limits);
            return Optional.empty();
        } catch (JsonException over) {
            return refusal(which + ": " + over.message());
        }
    }

    private static boolean hasForbiddenKey(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.elements().stream().anyMatch(MetadataRules::hasForbiddenKey);
        }
        return value instanceof JsonObject object
                && object.names().stream()
                        .anyMatch(name -> name.isEmpty()
                                || name.indexOf('.') >= 0
                                || name.indexOf('$') >= 0
                                || hasForbiddenKey(object.get(name).orElseThrow()));
    }

    private static Optional<Refusal> refusal(String message) {
        return Optional.of(new Refusal(RefusalCode.FORBIDDEN_METADATA, message));
    }
}
