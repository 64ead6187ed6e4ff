package dev.onoma.core.provider;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.ClaimPath;
import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Mapping.ReadableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Remembers the places that were looked at, attribute by attribute. */
final class AttemptTrail implements Trail {
    private final MappingSettings settings;
    private final Set<Evidence> notConsulted;

    /** Of the attribute that is being read. */
    private List<Attempt> values = new ArrayList<>();

    private List<Attempt> flags = new ArrayList<>();
    private Optional<ExplainedFlag> flag = Optional.empty();

    AttemptTrail(MappingSettings settings, Set<Evidence> notConsulted) {
        this.settings = settings;
        this.notConsulted = notConsulted;
    }

    /** What was remembered of the attribute that was read last; the next one begins anew. */
    ExplainedAttribute take(RootAttribute attribute, ClaimState state, List<String> derivedFrom) {
        ExplainedAttribute explained = new ExplainedAttribute(attribute, Optional.of(state), values, flag, derivedFrom);
        values = new ArrayList<>();
        flags = new ArrayList<>();
        flag = Optional.empty();
        return explained;
    }

    @Override
    public void value(ReadableSource source, ClaimPath path, Finding finding) {
        values.add(attempt(source, path, finding));
    }

    @Override
    public void unreadableValue(
            ReadableSource source, ClaimPath path, Finding finding, JsonValue value, String expected) {
        values.add(unreadable(source, path, finding, value, expected));
    }

    @Override
    public void notBelieved(ReadableSource source, AttributeRule rule) {
        rule.candidates().forEach(candidate -> value(source, candidate.path(), Finding.NOT_BELIEVED));
    }

    @Override
    public void flag(ReadableSource source, ClaimPath path, Finding finding) {
        flags.add(attempt(source, path, finding));
    }

    @Override
    public void unreadableFlag(ReadableSource source, ClaimPath path, JsonValue value) {
        flags.add(unreadable(source, path, Finding.WRONG_TYPE, value, "boolean"));
    }

    @Override
    public void flagKnown(AttributeRule rule, FlagState said, FlagState counted) {
        Optional<EmailTrust> trust =
                rule.attribute() == RootAttribute.EMAIL ? Optional.of(settings.emailTrust()) : Optional.empty();
        flag = Optional.of(new ExplainedFlag(said, counted, trust, flags));
    }

    @Override
    public void nothingFound(AttributeRule rule, ClaimState state) {
        if (state != ClaimState.NOT_CONSULTED) {
            return;
        }
        for (AttributeRule.Candidate candidate : rule.candidates()) {
            for (Evidence source : notConsulted) {
                if (!settings.denies(candidate.path())) {
                    values.add(Attempt.of(source, candidate.path().toString(), Finding.NOT_CONSULTED));
                }
            }
        }
    }

    /** Denied claims are taken out before anything is read, so all that is seen of them is that nothing is there. */
    private Attempt attempt(ReadableSource source, ClaimPath path, Finding finding) {
        Finding seen = finding == Finding.ABSENT && settings.denies(path) ? Finding.DENIED : finding;
        return Attempt.of(source.evidence(), path.toString(), seen);
    }

    private static Attempt unreadable(
            ReadableSource source, ClaimPath path, Finding finding, JsonValue value, String expected) {
        return new Attempt(
                source.evidence(), path.toString(), finding, value.type().word(), expected);
    }
}
