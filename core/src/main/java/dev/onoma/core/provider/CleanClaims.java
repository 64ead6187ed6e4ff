package dev.onoma.core.provider;

import dev.onoma.core.claims.UnsafeText;
import dev.onoma.core.json.JsonObject;
import java.util.List;

/** Claims without unsafe text, with a warning for each that was cleaned. */
final class CleanClaims {
    private CleanClaims() {}

    static JsonObject of(JsonObject received, String connection, List<Warning> warnings) {
        return UnsafeText.clean(
                received,
                path -> warnings.add(new Warning(
                        WarningCode.REMOVED_CHARACTERS,
                        connection,
                        path,
                        "NUL or lone surrogate",
                        "text without them")));
    }
}
