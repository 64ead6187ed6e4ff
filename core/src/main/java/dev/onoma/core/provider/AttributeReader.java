package dev.onoma.core.provider;

import dev.onoma.core.attribute.AttributeFormat;
import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.AttributeRule.Candidate;
import dev.onoma.core.provider.Mapping.ReadableSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of one login, one after the other, and warns of what it could not read. */
final class AttributeReader {
    private final List<ReadableSource> sources;
    private final boolean fullyConsulted;
    private final MappingSettings settings;
    private final ProviderKind kind;
    private final List<Warning> warnings;
    private final Trail trail;
    private final FlagReader flags;

    /** Of the attribute that is being read: whether some place holds null, and the first that is unreadable. */
    private boolean sawNull;

    private @Nullable Warning unreadable;

    AttributeReader(
            List<ReadableSource> sources,
            boolean fullyConsulted,
            MappingSettings settings,
            ProviderKind kind,
            List<Warning> warnings,
            Trail trail) {
        this.sources = sources;
        this.fullyConsulted = fullyConsulted;
        this.settings = settings;
        this.kind = kind;
        this.warnings = warnings;
        this.trail = trail;
        this.flags = new FlagReader(settings, warnings, trail);
    }

    Given read(AttributeRule rule) {
        sawNull = false;
        unreadable = null;
        if (!rule.absentWhen().isEmpty() && isSaidToBeAbsent(rule)) {
            return Given.none(ClaimState.ABSENT);
        }
        Given found = found(rule);
        if (found != null) {
            return found;
        }
        ClaimState state = nothingFound(rule);
        trail.nothingFound(rule, state);
        return Given.none(state);
    }

    private boolean isSaidToBeAbsent(AttributeRule rule) {
        for (ClaimPath flag : rule.absentWhen()) {
            for (ReadableSource source : sources) {
                Optional<JsonValue> value = flag.in(source.cleaned());
                if (value.isPresent() && FlagState.of(value.get()) == FlagState.TRUE) {
                    trail.value(source, flag, Finding.SAID_ABSENT);
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Texts path by path, and in each path source by source; pairs source by source, so that address and flag come from
     * the same one. Null when nothing was found. It is one loop for both, because what it does at a place is long.
     */
    private @Nullable Given found(AttributeRule rule) {
        boolean pair = rule.attribute().isPair();
        int inner = pair ? rule.candidates().size() : sources.size();
        int outer = pair ? sources.size() : rule.candidates().size();
        for (int i = 0; i < outer; i++) {
            if (pair && !sources.get(i).evidence().speaksForIdentity()) {
                trail.notBelieved(sources.get(i), rule);
                continue;
            }
            for (int j = 0; j < inner; j++) {
                ReadableSource source = sources.get(pair ? i : j);
                Candidate candidate = rule.candidates().get(pair ? j : i);
                Given given = candidate(rule, candidate, source);
                if (given != null) {
                    return given;
                }
            }
        }
        return null;
    }

    /** What one place gives: a value, or absent for good; null when the next place is to be tried. */
    private @Nullable Given candidate(AttributeRule rule, Candidate candidate, ReadableSource source) {
        // An address is read as it was received: one that needs cleaning is not the address it looks like.
        JsonObject claims = rule.attribute().isPair() ? source.received() : source.cleaned();
        Optional<JsonValue> found = candidate.path().in(claims);
        if (found.isEmpty()) {
            trail.value(source, candidate.path(), Finding.ABSENT);
            return null;
        }
        JsonValue value = found.get();
        if (value == JsonNull.NULL) {
            trail.value(source, candidate.path(), Finding.NULL);
            sawNull = true;
            return null;
        }
        // Before the converter, so that none has to think of it: a blank text is no value of another form.
        if (value instanceof JsonString string && Characters.isBlank(string.value())) {
            trail.value(source, candidate.path(), Finding.BLANK);
            return null;
        }
        Conversion conversion = candidate.converter().convert(value, claims);
        if (conversion instanceof Conversion.Text text) {
            return accepted(rule, candidate, source, value, text.text());
        }
        if (conversion instanceof Conversion.Unreadable problem) {
            trail.unreadableValue(source, candidate.path(), Finding.WRONG_TYPE, value, problem.expected());
            remember(WarningCode.WRONG_TYPE, candidate.path(), value, problem.expected());
            return null;
        }
        boolean stop = conversion == Conversion.Outcome.STOP;
        trail.value(source, candidate.path(), stop ? Finding.STOPPED : Finding.NOTHING_IN_IT);
        return stop ? Given.none(ClaimState.ABSENT) : null;
    }

    private @Nullable Given accepted(
            AttributeRule rule, Candidate candidate, ReadableSource source, JsonValue value, String text) {
        RootAttribute attribute = rule.attribute();
        if (Characters.isBlank(text)) {
            trail.value(source, candidate.path(), Finding.BLANK);
            return null;
        }
        Optional<String> violation =
                AttributeFormat.violation(attribute, text, settings.derivation().limits());
        if (violation.isPresent()) {
            trail.unreadableValue(source, candidate.path(), Finding.INVALID_VALUE, value, violation.get());
            remember(WarningCode.INVALID_VALUE, candidate.path(), value, violation.get());
            return null;
        }
        trail.value(source, candidate.path(), Finding.TAKEN);
        if (attribute.isPair()) {
            return Given.pair(text, flags.read(rule, candidate.flag(), text, source));
        }
        return Given.text(attribute == RootAttribute.USERNAME && kind.isOwn() ? Characters.lowerAscii(text) : text);
    }

    private ClaimState nothingFound(AttributeRule rule) {
        if (unreadable != null) {
            warnings.add(unreadable);
            return ClaimState.UNREADABLE;
        }
        if (sawNull) {
            return ClaimState.NULL;
        }
        return fullyConsulted && !isDenied(rule) ? ClaimState.ABSENT : ClaimState.NOT_CONSULTED;
    }

    /** A claim that we chose not to look at is not one that the provider left out. */
    private boolean isDenied(AttributeRule rule) {
        for (Candidate candidate : rule.candidates()) {
            if (settings.denies(candidate.path())) {
                return true;
            }
        }
        return false;
    }

    private void remember(WarningCode code, ClaimPath path, JsonValue value, String expected) {
        if (unreadable == null) {
            unreadable = Warning.of(code, settings, path, value, expected);
        }
    }
}
