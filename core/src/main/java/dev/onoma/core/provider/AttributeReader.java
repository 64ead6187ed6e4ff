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

    /** Of the attribute that is being read: whether some place holds null, and the first that is unreadable. */
    private boolean sawNull;

    private @Nullable Warning unreadable;

    AttributeReader(
            List<ReadableSource> sources,
            boolean fullyConsulted,
            MappingSettings settings,
            ProviderKind kind,
            List<Warning> warnings) {
        this.sources = sources;
        this.fullyConsulted = fullyConsulted;
        this.settings = settings;
        this.kind = kind;
        this.warnings = warnings;
    }

    Given read(AttributeRule rule) {
        sawNull = false;
        unreadable = null;
        if (isSaidToBeAbsent(rule)) {
            return Given.none(ClaimState.ABSENT);
        }
        Given found = rule.attribute().isPair() ? pair(rule) : text(rule);
        return found != null ? found : Given.none(nothingFound(rule));
    }

    private boolean isSaidToBeAbsent(AttributeRule rule) {
        for (ClaimPath flag : rule.absentWhen()) {
            for (ReadableSource source : sources) {
                Optional<JsonValue> value = flag.in(source.cleaned());
                if (value.isPresent() && Converters.bool(value.get()).orElse(false)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Path by path, and in each path source by source; null when nothing was found. */
    private @Nullable Given text(AttributeRule rule) {
        for (Candidate candidate : rule.candidates()) {
            for (ReadableSource source : sources) {
                Given given = candidate(rule.attribute(), candidate, source.cleaned());
                if (given != null) {
                    return given;
                }
            }
        }
        return null;
    }

    /** Source by source, so that address and flag come from the same one; null when nothing was found. */
    private @Nullable Given pair(AttributeRule rule) {
        for (ReadableSource source : sources) {
            if (!source.evidence().speaksForIdentity()) {
                continue;
            }
            for (Candidate candidate : rule.candidates()) {
                // An address is read as it was received: one that needs cleaning is not the address it looks like.
                Given address = candidate(rule.attribute(), candidate, source.received());
                if (address != null) {
                    return address.hasValue() ? withFlag(rule.attribute(), address, candidate, source) : address;
                }
            }
        }
        return null;
    }

    /** What one place gives: a value, or absent for good; null when the next place is to be tried. */
    private @Nullable Given candidate(RootAttribute attribute, Candidate candidate, JsonObject claims) {
        Optional<JsonValue> found = candidate.path().in(claims);
        if (found.isEmpty()) {
            return null;
        }
        JsonValue value = found.get();
        if (value == JsonNull.NULL) {
            sawNull = true;
            return null;
        }
        Conversion conversion = candidate.converter().convert(value, claims);
        if (conversion instanceof Conversion.Text text) {
            return accepted(attribute, candidate, value, text.text());
        }
        if (conversion instanceof Conversion.Unreadable problem) {
            remember(WarningCode.WRONG_TYPE, candidate.path(), value, problem.expected());
        }
        return conversion == Conversion.Outcome.STOP ? Given.none(ClaimState.ABSENT) : null;
    }

    private @Nullable Given accepted(RootAttribute attribute, Candidate candidate, JsonValue value, String text) {
        if (Characters.isBlank(text)) {
            return null;
        }
        Optional<String> violation =
                AttributeFormat.violation(attribute, text, settings.derivation().limits());
        if (violation.isPresent()) {
            remember(WarningCode.INVALID_VALUE, candidate.path(), value, violation.get());
            return null;
        }
        return Given.text(attribute == RootAttribute.USERNAME && kind.isOwn() ? Characters.lowerAscii(text) : text);
    }

    private Given withFlag(RootAttribute attribute, Given address, Candidate candidate, ReadableSource source) {
        if (!source.evidence().speaksForVerification()) {
            return Given.pair(address.text(), FlagState.UNSAID);
        }
        FlagState said = FlagState.UNSAID;
        Warning unreadableFlag = null;
        for (ClaimPath path : candidate.flag().paths()) {
            JsonValue value = path.in(source.received()).orElse(JsonNull.NULL);
            said = value == JsonNull.NULL ? FlagState.UNSAID : candidate.flag().state(value, address.text());
            if (said != FlagState.UNSAID) {
                break;
            }
            boolean blank = value instanceof JsonString text && Characters.isBlank(text.value());
            if (value != JsonNull.NULL && !blank && candidate.flag().isBoolean() && unreadableFlag == null) {
                unreadableFlag = warning(WarningCode.WRONG_TYPE, path, value, "boolean");
            }
        }
        boolean silent = said == FlagState.UNSAID
                && unreadableFlag == null
                && !isDenied(candidate.flag().paths());
        if (said == FlagState.UNSAID && unreadableFlag != null) {
            warnings.add(unreadableFlag);
        }
        return Given.pair(
                address.text(),
                attribute == RootAttribute.EMAIL ? settings.emailTrust().apply(said, silent, address.text()) : said);
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
            if (isDenied(List.of(candidate.path()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isDenied(List<ClaimPath> paths) {
        for (ClaimPath path : paths) {
            if (settings.deny().contains(path.root())) {
                return true;
            }
        }
        return false;
    }

    private void remember(WarningCode code, ClaimPath path, JsonValue value, String expected) {
        if (unreadable == null) {
            unreadable = warning(code, path, value, expected);
        }
    }

    private Warning warning(WarningCode code, ClaimPath path, JsonValue value, String expected) {
        return new Warning(
                code, settings.connection(), path.toString(), value.type().word(), expected);
    }
}
