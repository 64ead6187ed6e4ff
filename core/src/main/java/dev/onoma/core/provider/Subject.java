package dev.onoma.core.provider;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.attribute.Characters;
import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.claims.ClaimSource;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a source's subject and judges it. A subject is text, compared exactly and never repaired. */
final class Subject {
    /** What careless code writes where it has no id; a user called so would be shared by all of them. */
    private static final Set<String> PLACEHOLDERS = Set.of("null", "undefined", "none", "nan");

    private Subject() {}

    /** The subject that a source names, acceptable or not; empty when it names none, or by a type that is no id. */
    static Optional<String> named(ClaimSource source, List<ClaimPath> paths) {
        JsonObject claims = source.object().orElse(JsonObject.EMPTY);
        for (ClaimPath path : paths) {
            Optional<JsonValue> value = path.in(claims);
            if (value.isPresent()) {
                return text(value.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.value());
        }
        return value instanceof JsonNumber number && number.isIntegerLiteral()
                ? Optional.of(number.text())
                : Optional.empty();
    }

    static boolean isAcceptable(String subject, Limits limits) {
        return !subject.isEmpty()
                && Characters.atMost(subject, limits.of(Limit.SUBJECT_CHARACTERS))
                && !Characters.isSpace(subject.charAt(0))
                && !Characters.isSpace(subject.charAt(subject.length() - 1))
                && subject.chars().noneMatch(Character::isISOControl)
                && !Characters.isUnsafe(subject)
                && !isPlaceholder(subject);
    }

    private static boolean isPlaceholder(String subject) {
        return subject.length() <= 9 && PLACEHOLDERS.contains(Characters.lowerAscii(subject));
    }
}
