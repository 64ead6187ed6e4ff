package dev.onoma.testkit.assertions;

import dev.onoma.core.Refusal;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.provider.Warning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Things in words, for messages. */
final class Words {
    private Words() {}

    static String of(Refusal refusal) {
        return refusal.code().code() + " (" + refusal.message() + ")";
    }

    static String quoted(Optional<String> text) {
        return text.map(value -> "\"" + value + "\"").orElse("not set");
    }

    static String of(Optional<OwnedValue> owned) {
        return owned.map(Words::of).orElse("not set");
    }

    private static String of(OwnedValue owned) {
        String flag =
                owned.value() instanceof PairValue pair ? (pair.isVerified() ? ", verified" : ", unverified") : "";
        return "\"" + owned.value().text() + "\"" + flag + " by "
                + owned.owner().name();
    }

    static String of(List<Warning> warnings) {
        return warnings.isEmpty()
                ? "no warnings"
                : warnings.stream()
                        .map(warning -> warning.code().code() + " at " + warning.path() + " (found " + warning.found()
                                + ", expected " + warning.expected() + ")")
                        .collect(Collectors.joining(", "));
    }
}
