package dev.onoma.core.provider;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;

/**
 * A part of a login that could not be used. It names the part and the problem, never a value.
 *
 * @param code what was wrong
 * @param connection the connection's name
 * @param path where: a claim's path
 * @param found the type, or the state, that was found
 * @param expected the type, or the rule, that was expected
 */
public record Warning(WarningCode code, String connection, String path, String found, String expected) {
    public Warning {
        requireNonNull(code, "code");
        requireNonNull(connection, "connection");
        requireNonNull(path, "path");
        requireNonNull(found, "found");
        requireNonNull(expected, "expected");
    }

    static Warning of(WarningCode code, MappingSettings settings, ClaimPath path, JsonValue found, String expected) {
        return new Warning(
                code, settings.connection(), path.toString(), found.type().word(), expected);
    }

    /** As JSON: {@code code path found expected}. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("code", code.code())
                .put("path", path)
                .put("found", found)
                .put("expected", expected)
                .build();
    }
}
