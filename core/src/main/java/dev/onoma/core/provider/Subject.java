package dev.onoma.core.provider;

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
import java.util.Optional;

/**
 * Finds the subject of a login and judges it. A subject is text, compared exactly and never repaired. All sources that
 * may name it name it by the same claim, and name the same.
 */
final class Subject {
    private final Optional<SubjectSpace> space;
    private final Limits limits;
    private List<ClaimPath> paths;
    private final List<Optional<JsonValue>> named = new ArrayList<>(2);
    private final List<Optional<String>> spaces = new ArrayList<>(2);

    Subject(Claims claims, List<ClaimPath> paths, Optional<SubjectSpace> space, Limits limits) {
        this.space = space;
        this.limits = limits;
        this.paths = paths;
        for (ClaimSource source : claims.sources()) {
            if (source.evidence().speaksForIdentity()) {
                JsonObject document = source.object().orElse(JsonObject.EMPTY);
                named.add(find(document));
                space.ifPresent(one -> spaces.add(one.of(document, limits)));
            }
        }
    }

    /** What a source has where the subject should be; empty when there is nothing. */
    private Optional<JsonValue> find(JsonObject claims) {
        for (ClaimPath path : paths) {
            Optional<JsonValue> value = path.in(claims);
            if (value.isPresent()) {
                // The other sources have to name it by the claim that this one does.
                paths = List.of(path);
                return value;
            }
        }
        return Optional.empty();
    }

    /** The subject, where it was not refused. */
    String text() {
        return whole(text(named.get(0)).orElseThrow());
    }

    /** The subject with the name of its space, where it has one. */
    private String whole(String text) {
        return spaces.isEmpty() ? text : text + "." + spaces.get(0).orElseThrow();
    }

    /** Why the sources' subjects are refused; empty when they are one, and acceptable. */
    Optional<Refusal> refusal() {
        if (spaces.stream().anyMatch(Optional::isEmpty)) {
            return missing(space.orElseThrow().claim(), "does not name the space of the subject");
        }
        boolean acceptable = false;
        boolean same = spaces.stream().distinct().count() <= 1;
        for (Optional<JsonValue> value : named) {
            acceptable |= value.isPresent() && problem(value.get()).isEmpty();
            same &= text(value).equals(text(named.get(0)));
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
        return named.stream()
                .flatMap(Optional::stream)
                .flatMap(value -> problem(value).stream())
                .findFirst()
                .orElse("is missing");
    }

    /** The subject as text; empty when there is none, or it has a type that is no id. */
    private static Optional<String> text(Optional<JsonValue> value) {
        if (value.isPresent() && value.get() instanceof JsonString string) {
            return Optional.of(string.value());
        }
        return value.isPresent() && value.get() instanceof JsonNumber number && number.isIntegerLiteral()
                ? Optional.of(number.text())
                : Optional.empty();
    }

    private Optional<String> problem(JsonValue value) {
        Optional<String> text = text(Optional.of(value));
        if (text.isEmpty()) {
            return Optional.of(
                    "must be text or an integer, but is " + value.type().phrase());
        }
        return SubjectFormat.violation(text.get(), limits)
                .or(() -> spaces.isEmpty() ? Optional.empty() : SubjectFormat.violation(whole(text.get()), limits));
    }
}
