package dev.onoma.core.provider;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limits;
import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.Optional;

/**
 * The space that a provider's subjects are unique in, where that is smaller than the provider: named by a claim beside
 * the subject, and part of the identity's subject, {@code subject.space}.
 *
 * @param claim what names it
 * @param only the one space that a document may be of, and is of when it does not say; empty for any that is named
 */
record SubjectSpace(ClaimPath claim, Optional<String> only) {
    SubjectSpace {
        requireNonNull(claim, "claim");
        only.ifPresent(name -> {
            if (!isName(name)) {
                throw new IllegalArgumentException("a space of subjects must have a name without a dot");
            }
        });
    }

    /** The name of a document's space; empty when it has none that is acceptable. */
    Optional<String> of(JsonObject document, Limits limits) {
        Optional<JsonValue> named = claim.in(document);
        if (named.isEmpty()) {
            return only;
        }
        return named.filter(value -> value instanceof JsonString)
                .map(value -> ((JsonString) value).value())
                .filter(SubjectSpace::isName)
                .filter(name -> SubjectFormat.violation(name, limits).isEmpty())
                .filter(name -> only.isEmpty() || only.get().equals(name));
    }

    /** A dot in it would leave open where the subject ends. */
    private static boolean isName(String name) {
        return !name.isBlank() && name.indexOf('.') < 0;
    }
}
