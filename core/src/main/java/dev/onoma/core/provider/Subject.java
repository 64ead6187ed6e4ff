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
        return value(source, paths).flatMap(Subject::text);
    }

    /** What the first of the paths that leads anywhere leads to. */
    private static Optional<JsonValue> value(ClaimSource source, List<ClaimPath> paths) {
        JsonObject claims = source.object().orElse(JsonObject.EMPTY);
        for (ClaimPath path : paths) {
            Optional<JsonValue> value = path.in(claims);
            if (value.isPresent()) {
                return value;
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
        return problem(subject, limits).isEmpty();
    }

    /** What keeps a source's subject from being one, in words for a message. */
    static String problem(ClaimSource source, List<ClaimPath> paths, Limits limits) {
        Optional<JsonValue> value = value(source, paths);
        if (value.isEmpty()) {
            return "is missing";
        }
        return text(value.get())
                .map(subject -> problem(subject, limits).orElse("is acceptable"))
                .orElse("must be text or an integer, but is "
                        + value.get().type().word());
    }

    private static Optional<String> problem(String subject, Limits limits) {
        if (Characters.isBlank(subject)) {
            return Optional.of("is blank");
        }
        if (!Characters.atMost(subject, limits.of(Limit.SUBJECT_CHARACTERS))) {
            return Optional.of("is longer than " + limits.of(Limit.SUBJECT_CHARACTERS) + " characters");
        }
        if (Characters.isSpace(subject.charAt(0)) || Characters.isSpace(subject.charAt(subject.length() - 1))) {
            return Optional.of("has white space at an end");
        }
        if (subject.chars().anyMatch(Character::isISOControl) || Characters.isUnsafe(subject)) {
            return Optional.of("holds control characters or lone surrogates");
        }
        return isPlaceholder(subject) ? Optional.of("is a placeholder, not an id") : Optional.empty();
    }

    private static boolean isPlaceholder(String subject) {
        return subject.length() <= 9 && PLACEHOLDERS.contains(Characters.lowerAscii(subject));
    }
}
