package dev.onoma.fuzz.targets;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.fixture.Fixtures;
import java.util.List;

/** The documents that the providers are tested with. */
final class Documents {
    static final List<String> PROVIDERS =
            List.of("google", "facebook", "github", "discord", "microsoft", "apple", "linkedin", "database", "oidc");

    private Documents() {}

    static List<JsonObject> of(String provider) {
        return Fixtures.onClassPath(Documents.class, "fixtures/" + provider).stream()
                .flatMap(fixture -> fixture.documents().stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .distinct()
                .toList();
    }

    static List<JsonObject> ofAll() {
        return PROVIDERS.stream().flatMap(provider -> of(provider).stream()).toList();
    }

    /** A document in which apostrophes stand for quotation marks. */
    static JsonObject json(String text) {
        return (JsonObject) JsonValue.parse(text.replace('\'', '"'));
    }
}
