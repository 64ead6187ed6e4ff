package dev.onoma.providers.linkedin;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Conversion;
import java.util.Optional;

/**
 * A text in several languages, as in {@code {"localized": {"en_US": "Ada"}, "preferredLocale": {"language": "en",
 * "country": "US"}}}.
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/shared/references/v2/object-types#multilocalestring">MultiLocaleString</a>
 */
final class MultiLocale {
    private MultiLocale() {}

    /** The text in the preferred locale, else the first there is. */
    static Conversion text(JsonValue value) {
        if (!(value instanceof JsonObject multiLocale)) {
            return Conversion.unreadable("object");
        }
        if (!(multiLocale.get("localized").orElse(JsonObject.EMPTY) instanceof JsonObject localized)) {
            return Conversion.unreadable("object with texts by locale");
        }
        return preferredLocale(multiLocale)
                .flatMap(locale -> localized.get(locale).flatMap(MultiLocale::asText))
                .or(() -> localized.names().stream()
                        .flatMap(locale -> localized.get(locale).stream())
                        .flatMap(text -> asText(text).stream())
                        .findFirst())
                .map(Conversion::text)
                .orElse(Conversion.absent());
    }

    private static Optional<String> preferredLocale(JsonObject multiLocale) {
        if (!(multiLocale.get("preferredLocale").orElse(JsonObject.EMPTY) instanceof JsonObject locale)) {
            return Optional.empty();
        }
        Optional<String> language = locale.get("language").flatMap(MultiLocale::asText);
        return language.map(name -> locale.get("country")
                .flatMap(MultiLocale::asText)
                .map(country -> name + "_" + country)
                .orElse(name));
    }

    static Optional<String> asText(JsonValue value) {
        return value instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }
}
