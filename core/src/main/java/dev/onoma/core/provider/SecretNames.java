package dev.onoma.core.provider;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of fields that no user table may bring into a profile. */
final class SecretNames {
    private static final Pattern WORD_ENDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");
    private static final Set<String> WORDS = Set.of("password", "hash", "secret", "token");

    private SecretNames() {}

    /** Whether one of the words in a name is a secret's: {@code password_hash}, {@code accessToken}, {@code SECRET}. */
    static boolean isSecret(String name) {
        for (String word : WORD_ENDS.split(name, -1)) {
            if (WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** The value without such fields, at any depth. */
    static JsonValue withoutSecrets(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder kept = JsonObject.builder();
            object.forEach((name, member) -> {
                if (!isSecret(name)) {
                    kept.add(name, withoutSecrets(member));
                }
            });
            return kept.build();
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> elements =
                    array.elements().stream().map(SecretNames::withoutSecrets).toList();
            return new JsonArray(elements);
        }
        return value;
    }
}
