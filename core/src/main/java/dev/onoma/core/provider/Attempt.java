package dev.onoma.core.provider;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonObject;

/**
 * One place that was looked at, and what came of it. It never holds a value.
 *
 * @param source which source
 * @param path the path in it
 * @param finding what came of it
 * @param found the type that was found; empty unless the finding is {@link Finding#WRONG_TYPE} or
 *     {@link Finding#INVALID_VALUE}
 * @param expected the type or the rule that was expected; empty where {@code found} is
 */
public record Attempt(Evidence source, String path, Finding finding, String found, String expected) {
    public Attempt {
        requireNonNull(source, "source");
        requireNonNull(path, "path");
        requireNonNull(finding, "finding");
        requireNonNull(found, "found");
        requireNonNull(expected, "expected");
    }

    static Attempt of(Evidence source, String path, Finding finding) {
        return new Attempt(source, path, finding, "", "");
    }

    /** As JSON: {@code source path finding}, and {@code found expected} where there are such. */
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("source", source.word())
                .put("path", path)
                .put("finding", finding.word());
        return found.isEmpty()
                ? json.build()
                : json.put("found", found).put("expected", expected).build();
    }

    /** In words: {@code picture of userinfo_response: found number, expected string}. */
    @Override
    public String toString() {
        String what = switch (finding) {
            case TAKEN -> "taken";
            case ABSENT -> "absent";
            case NULL -> "null";
            case BLANK -> "blank";
            case WRONG_TYPE, INVALID_VALUE -> "found " + found + ", expected " + expected;
            case NOTHING_IN_IT -> "nothing in it, says the converter";
            case STOPPED -> "no value and no other place, says the converter";
            case SAID_ABSENT -> "true, which means that there is no value";
            case DENIED -> "on the deny list";
            case NOT_CONSULTED -> "not consulted";
            case NOT_BELIEVED -> "not believed from this source";
        };
        return path + " of " + source.word() + ": " + what;
    }
}
