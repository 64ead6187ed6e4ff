package dev.onoma.core.provider;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.claims.ClaimSource;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subject of a login and judges it. A subject is text, compared exactly and never repaired. All sources that
 * may name it name it by the same claim, and name the same.
 */
final class Subject {
    private final Optional<SubjectSpace> space;
    private final Limits limits;
    private List<ClaimPath> paths;
    private final List<Naming> namings = new ArrayList<>(2);

    Subject(Claims claims, List<ClaimPath> paths, Optional<SubjectSpace> space, Limits limits) {
        this.space = space;
        this.limits = limits;
        this.paths = paths;
        for (ClaimSource source : claims.sources()) {
            if (source.evidence().speaksForIdentity()) {
                namings.add(naming(source.object().orElse(JsonObject.EMPTY)));
            }
        }
    }

    /** What a source has where the subject should be. */
    private Naming naming(JsonObject claims) {
        Optional<String> spaceName =
                space.isEmpty() ? Optional.empty() : space.get().of(claims, limits);
        for (ClaimPath path : paths) {
            Optional<JsonValue> value = path.in(claims);
            if (value.isPresent()) {
                // The other sources have to name it by the claim that this one does.
                paths = List.of(path);
                return new Naming(value.get(), text(value.get()), spaceName);
            }
        }
        return new Naming(null, null, spaceName);
    }

    /** The subject as text; null when the value has a type that is no id. */
    private static @Nullable String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        return value instanceof JsonNumber number && number.isIntegerLiteral() ? number.text() : null;
    }

    /** The subject, where it was not refused. */
    String text() {
        return namings.get(0).whole();
    }

    /** Why the sources' subjects are refused; empty when they are one, and acceptable. */
    Optional<Refusal> refusal() {
        boolean acceptable = false;
        boolean same = true;
        for (Naming naming : namings) {
            if (space.isPresent() && naming.space().isEmpty()) {
                return missing(space.get().claim(), "does not name the space of the subject");
            }
            acceptable |= naming.value() != null && problem(naming).isEmpty();
            same &= naming.isSameAs(namings.get(0));
        }
        if (!acceptable) {
            return missing(paths.get(0), firstProblem());
        }
        return same
                ? Optional.empty()
                : Optional.of(new Refusal(
                        RefusalCode.SUBJECT_MISMATCH, claim(paths.get(0)) + "must be the same in every source"));
    }

    private static Optional<Refusal> missing(ClaimPath claim, String problem) {
        return Optional.of(new Refusal(RefusalCode.MISSING_SUBJECT, claim(claim) + problem));
    }

    private static String claim(ClaimPath path) {
        return "claim \"" + path + "\" ";
    }

    private String firstProblem() {
        return namings.stream()
                .filter(naming -> naming.value() != null)
                .flatMap(naming -> problem(naming).stream())
                .findFirst()
                .orElse("is missing");
    }

    private Optional<String> problem(Naming naming) {
        String text = naming.text();
        if (text == null) {
            return Optional.of("must be text or an integer, but is "
                    + requireNonNull(naming.value()).type().phrase());
        }
        Optional<String> violation = SubjectFormat.violation(text, limits);
        return violation.isPresent() || space.isEmpty() ? violation : SubjectFormat.violation(naming.whole(), limits);
    }

    /**
     * What one source names.
     *
     * @param value what is where the subject should be; null when nothing is
     * @param text it as text; null when it is nothing, or has a type that is no id
     * @param space the name of the subject's space; empty where subjects have none, or the source does not name it
     */
    private record Naming(
            @Nullable JsonValue value, @Nullable String text, Optional<String> space) {
        /** The subject with the name of its space, where it has one. */
        String whole() {
            String subject = requireNonNull(text);
            return space.isEmpty() ? subject : subject + "." + space.get();
        }

        boolean isSameAs(Naming other) {
            return Objects.equals(text, other.text) && space.equals(other.space);
        }
    }
}
