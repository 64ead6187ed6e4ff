package dev.onoma.core.provider;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.attribute.Characters;
import java.util.Optional;
import java.util.Set;

/** What a subject must look like, wherever it comes from. It is never repaired. */
public final class SubjectFormat {
    /** What careless code writes where it has no id; a user called so would be shared by all of them. */
    private static final Set<String> PLACEHOLDERS = Set.of("null", "undefined", "none", "nan");

    private SubjectFormat() {}

    /** What is wrong with a subject, in words that follow its name in a message; empty when nothing is. */
    public static Optional<String> violation(String subject, Limits limits) {
        if (Characters.isBlank(subject)) {
            return Optional.of("is blank");
        }
        if (!Characters.atMost(subject, limits.of(Limit.SUBJECT_CHARACTERS))) {
            return Optional.of("is longer than " + limits.of(Limit.SUBJECT_CHARACTERS) + " characters");
        }
        if (Characters.isVisibleAscii(subject)) {
            return placeholder(subject);
        }
        if (Characters.isSpace(subject.charAt(0)) || Characters.isSpace(subject.charAt(subject.length() - 1))) {
            return Optional.of("has white space at an end");
        }
        if (Characters.hasControl(subject) || Characters.isUnsafe(subject)) {
            return Optional.of("holds control characters or lone surrogates");
        }
        return Optional.empty();
    }

    private static Optional<String> placeholder(String subject) {
        return subject.length() <= 9 && PLACEHOLDERS.contains(Characters.lowerAscii(subject))
                ? Optional.of("is a placeholder, not an id")
                : Optional.empty();
    }
}
