package dev.onoma.core.provider;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Mapping.ReadableSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the verified flags of addresses, from the sources that the addresses came from. */
final class FlagReader {
    private final MappingSettings settings;
    private final List<Warning> warnings;
    private final Trail trail;

    /** Of the flag that is being read: the first place that is unreadable. */
    private @Nullable Warning unreadable;

    FlagReader(MappingSettings settings, List<Warning> warnings, Trail trail) {
        this.settings = settings;
        this.warnings = warnings;
        this.trail = trail;
    }

    /** What counts, after the connection's trust. */
    FlagState read(AttributeRule rule, Flag flag, String address, ReadableSource source) {
        if (!source.evidence().speaksForVerification()) {
            for (ClaimPath path : flag.paths()) {
                trail.flag(source, path, Finding.NOT_BELIEVED);
            }
            trail.flagKnown(rule, FlagState.UNSAID, FlagState.UNSAID);
            return FlagState.UNSAID;
        }
        FlagState said = said(flag, address, source);
        boolean silent = said == FlagState.UNSAID && unreadable == null && !isDenied(flag.paths());
        if (said == FlagState.UNSAID && unreadable != null) {
            warnings.add(unreadable);
        }
        FlagState counted =
                rule.attribute() == RootAttribute.EMAIL ? settings.emailTrust().apply(said, silent, address) : said;
        trail.flagKnown(rule, said, counted);
        return counted;
    }

    private FlagState said(Flag flag, String address, ReadableSource source) {
        unreadable = null;
        for (ClaimPath path : flag.paths()) {
            Optional<JsonValue> found = path.in(source.received());
            JsonValue value = found.orElse(JsonNull.NULL);
            if (value == JsonNull.NULL) {
                trail.flag(source, path, found.isPresent() ? Finding.NULL : Finding.ABSENT);
                continue;
            }
            FlagState state = flag.state(value, address);
            if (state != FlagState.UNSAID) {
                trail.flag(source, path, Finding.TAKEN);
                return state;
            }
            passedOver(flag, path, value, source);
        }
        return FlagState.UNSAID;
    }

    private void passedOver(Flag flag, ClaimPath path, JsonValue value, ReadableSource source) {
        if (value instanceof JsonString text && Characters.isBlank(text.value())) {
            trail.flag(source, path, Finding.BLANK);
        } else if (!flag.isBoolean()) {
            trail.flag(source, path, Finding.NOTHING_IN_IT);
        } else {
            trail.unreadableFlag(source, path, value);
            if (unreadable == null) {
                unreadable = Warning.of(WarningCode.WRONG_TYPE, settings, path, value, "boolean");
            }
        }
    }

    private boolean isDenied(List<ClaimPath> paths) {
        for (ClaimPath path : paths) {
            if (settings.denies(path)) {
                return true;
            }
        }
        return false;
    }
}
