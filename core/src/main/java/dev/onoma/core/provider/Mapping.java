package dev.onoma.core.provider;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.ClaimSource;
import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One application of a provider's table to the claims of one login. */
final class Mapping {
    private final Provider provider;
    private final MappingSettings settings;
    private final Limits limits;

    Mapping(Provider provider, MappingSettings settings) {
        this.provider = provider;
        this.settings = settings;
        this.limits = settings.derivation().limits();
    }

    Normalization normalize(Claims claims) {
        Optional<Refusal> unusable = unusable(claims);
        if (unusable.isPresent()) {
            return Normalization.refused(unusable.get());
        }
        Subject subject = new Subject(claims, provider.subjectPaths(), provider.subjectSpace(), limits);
        Optional<Refusal> wrongSubject = subject.refusal();
        return wrongSubject.isPresent() ? Normalization.refused(wrongSubject.get()) : profile(subject.text(), claims);
    }

    Normalization normalizeStored(String subject, Claims claims) {
        Optional<Refusal> unusable = unusable(claims);
        return unusable.isPresent() ? Normalization.refused(unusable.get()) : profile(subject, claims);
    }

    private Optional<Refusal> unusable(Claims claims) {
        if (claims.refusal().isPresent()) {
            return claims.refusal();
        }
        for (ClaimSource source : claims.sources()) {
            JsonValue document = source.document().value();
            if (provider.errorDocument().test(document)) {
                return refusal(RefusalCode.PROVIDER_ERROR, "the document is the provider's error, not a profile");
            }
            if (!(document instanceof JsonObject)) {
                return refusal(
                        RefusalCode.INVALID_CLAIMS,
                        "the document must be a JSON object, but is "
                                + document.type().phrase());
            }
        }
        return Optional.empty();
    }

    private Normalization profile(String subject, Claims claims) {
        List<Warning> warnings = new ArrayList<>(0);
        List<ReadableSource> sources = new ArrayList<>(2);
        int received = 0;
        for (ClaimSource source : claims.sources()) {
            sources.add(ReadableSource.of(source, settings, warnings));
            received += source.document().bytes();
        }
        JsonObject profileData = ProfileData.of(sources, provider);
        // Compact JSON is never longer than what was received, so most profiles need not be measured.
        int most = limits.of(Limit.STORED_CLAIMS_BYTES);
        if (received > most && profileData.toJson().getBytes(StandardCharsets.UTF_8).length > most) {
            return Normalization.refused(new Refusal(
                    RefusalCode.CLAIMS_TOO_LARGE, "the claims to be stored are longer than " + most + " bytes"));
        }
        AttributeReader reader = new AttributeReader(
                sources, claims.isFullyConsulted(), settings, provider.kind(), warnings, Trail.NONE);
        NormalizedProfile.Builder profile = NormalizedProfile.builder(provider, settings, subject, profileData, claims);
        for (AttributeRule rule : provider.rules()) {
            profile.given(rule.attribute(), reader.read(rule));
        }
        return profile.build(warnings, isVouchedFor(profile, sources, profileData));
    }

    /** Reads a profile's claims once more, as they were read for it, to see how each attribute came about. */
    Explanation explain(NormalizedProfile profile, Claims claims) {
        List<Warning> warned = new ArrayList<>(0);
        List<ReadableSource> sources = claims.sources().stream()
                .map(source -> ReadableSource.of(source, settings, warned))
                .toList();
        AttemptTrail trail = new AttemptTrail(settings, claims.sourcesNotConsulted());
        AttributeReader reader =
                new AttributeReader(sources, claims.isFullyConsulted(), settings, provider.kind(), warned, trail);
        Map<RootAttribute, ExplainedAttribute> explained = new EnumMap<>(RootAttribute.class);
        for (AttributeRule rule : provider.rules()) {
            ClaimState state = reader.read(rule).state();
            explained.put(rule.attribute(), trail.take(rule.attribute(), state, profile.derivedFrom(rule.attribute())));
        }
        return new Explanation(RootAttribute.ALL.stream()
                .map(attribute -> explained.getOrDefault(
                        attribute, ExplainedAttribute.notMapped(attribute, profile.derivedFrom(attribute))))
                .toList());
    }

    /**
     * Whether the stored claims, read again without their sources, say no more of verified addresses than the login
     * did. Merged, an address of one source may stand beside the flag of another, or beside one that a person typed.
     */
    private boolean isVouchedFor(
            NormalizedProfile.Builder profile, List<ReadableSource> sources, JsonObject profileData) {
        if (sources.size() == 1 && sources.get(0).evidence().speaksForVerification()) {
            return true;
        }
        List<ReadableSource> merged = List.of(new ReadableSource(Evidence.IMPORT, profileData, profileData));
        AttributeReader reader =
                new AttributeReader(merged, true, settings, provider.kind(), new ArrayList<>(), Trail.NONE);
        for (AttributeRule rule : provider.rules()) {
            if (rule.attribute().isPair()) {
                Given alone = reader.read(rule);
                if (alone.flag() == FlagState.TRUE && !alone.equals(profile.given(rule.attribute()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Optional<Refusal> refusal(RefusalCode code, String message) {
        return Optional.of(new Refusal(code, message));
    }

    /** One source as the table reads it: cleaned, and without what the connection denies. */
    record ReadableSource(Evidence evidence, JsonObject received, JsonObject cleaned) {
        static ReadableSource of(ClaimSource source, MappingSettings settings, List<Warning> warnings) {
            JsonObject received = source.object().orElseThrow();
            JsonObject cleaned = source.document().mayHoldUnsafeText()
                    ? CleanClaims.of(received, settings.connection(), warnings)
                    : received;
            if (settings.deny().isEmpty()) {
                return new ReadableSource(source.evidence(), received, cleaned);
            }
            return new ReadableSource(
                    source.evidence(),
                    received.filter((name, value) -> !settings.deny().contains(name)),
                    cleaned.filter((name, value) -> !settings.deny().contains(name)));
        }
    }
}
