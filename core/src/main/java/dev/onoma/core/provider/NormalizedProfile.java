package dev.onoma.core.provider;

import dev.onoma.core.attribute.Derivation;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.ClaimState;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one login says about a person, before any policy: subject, given root attributes, raw claims, warnings.
 * Immutable.
 */
public final class NormalizedProfile implements Normalization {
    private final Provider provider;
    private final MappingSettings settings;
    private final String subject;
    private final JsonObject profileData;
    private final Claims claims;
    private final Map<RootAttribute, Given> given;
    private final List<Warning> warnings;
    private final boolean vouchedFor;

    private NormalizedProfile(Builder builder, List<Warning> warnings, boolean vouchedFor) {
        this.provider = builder.provider;
        this.settings = builder.settings;
        this.subject = builder.subject;
        this.profileData = builder.profileData;
        this.claims = builder.claims;
        this.given = builder.given;
        this.warnings = List.copyOf(warnings);
        this.vouchedFor = vouchedFor;
    }

    static Builder builder(
            Provider provider, MappingSettings settings, String subject, JsonObject profileData, Claims claims) {
        return new Builder(provider, settings, subject, profileData, claims);
    }

    /** The name of the connection that the login came through. */
    public String connection() {
        return settings.connection();
    }

    public Provider provider() {
        return provider;
    }

    /** The provider's stable identifier of the account. */
    public String subject() {
        return subject;
    }

    /** The raw claims that may be stored. */
    public JsonObject profileData() {
        return profileData;
    }

    /** Whether the profile data alone says no more of verified addresses than the login did. */
    public boolean isVouchedFor() {
        return vouchedFor;
    }

    /** What could not be used, in the order in which it was read. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** What the login gives for an attribute. */
    public Given given(RootAttribute attribute) {
        // What the table does not map is never asked for, so its absence says nothing.
        return given.getOrDefault(attribute, Given.none(ClaimState.NOT_CONSULTED));
    }

    /** Whether the provider's table looks for the attribute at all. */
    public boolean isMapped(RootAttribute attribute) {
        return given.containsKey(attribute);
    }

    /** The text or address that the login gives for an attribute; empty when it gives none. */
    public Optional<String> text(RootAttribute attribute) {
        Given value = given(attribute);
        return value.hasValue() ? Optional.of(value.text()) : Optional.empty();
    }

    /** Whether a pair's address is verified; empty when there is no address. */
    public Optional<Boolean> isVerified(RootAttribute attribute) {
        Given value = given(attribute);
        return value.hasValue() && attribute.isPair() ? Optional.of(value.flag() == FlagState.TRUE) : Optional.empty();
    }

    /** The values that stand in where the login gives none. */
    public Map<RootAttribute, String> derived() {
        Map<RootAttribute, String> derived = new EnumMap<>(RootAttribute.class);
        for (RootAttribute attribute : RootAttribute.ALL) {
            if (!given(attribute).hasValue()) {
                settings.derivation()
                        .derive(attribute, this::text, subject)
                        .ifPresent(value -> derived.put(attribute, value));
            }
        }
        return Collections.unmodifiableMap(derived);
    }

    /** What a value that stands in for the attribute is made of; none where the login gives one, or nothing is derived. */
    List<String> derivedFrom(RootAttribute attribute) {
        return given(attribute).hasValue()
                ? List.of()
                : settings.derivation()
                        .explained(attribute, this::text, subject)
                        .map(Derivation.Derived::from)
                        .orElse(List.of());
    }

    /**
     * How each root attribute came about: the claims are read once more, by the code that read them for this profile.
     * It tells places and types, never a value.
     */
    public Explanation explain() {
        return new Mapping(provider, settings).explain(this, claims);
    }

    /** As JSON: {@code connection provider subject root derived profileData warnings}; root with the derived values. */
    public JsonObject toJson() {
        Map<RootAttribute, String> derived = derived();
        JsonObject.Builder root = JsonObject.builder();
        for (RootAttribute attribute : RootAttribute.ALL) {
            text(attribute)
                    .or(() -> Optional.ofNullable(derived.get(attribute)))
                    .ifPresent(text -> root.put(attribute.fieldName(), text));
            isVerified(attribute)
                    .ifPresent(flag -> root.put(attribute.flagName().orElseThrow(), flag));
        }
        List<JsonValue> derivedNames = new ArrayList<>();
        derived.keySet().forEach(attribute -> derivedNames.add(new JsonString(attribute.fieldName())));
        List<JsonValue> warningsAsJson = new ArrayList<>();
        warnings.forEach(warning -> warningsAsJson.add(warning.toJson()));
        return JsonObject.builder()
                .put("connection", connection())
                .put("provider", provider.name())
                .put("subject", subject)
                .put("root", root.build())
                .put("derived", new JsonArray(derivedNames))
                .put("profileData", profileData)
                .put("warnings", new JsonArray(warningsAsJson))
                .build();
    }

    /** Which attributes are given; not their values. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        for (RootAttribute attribute : RootAttribute.ALL) {
            if (given(attribute).hasValue()) {
                names.add(attribute.fieldName());
            }
        }
        return "NormalizedProfile[connection=" + connection() + ", given=" + names + ", warnings=" + warnings.size()
                + "]";
    }

    static final class Builder {
        private final Provider provider;
        private final MappingSettings settings;
        private final String subject;
        private final JsonObject profileData;
        private final Claims claims;
        private final Map<RootAttribute, Given> given = new EnumMap<>(RootAttribute.class);

        private Builder(
                Provider provider, MappingSettings settings, String subject, JsonObject profileData, Claims claims) {
            this.provider = provider;
            this.settings = settings;
            this.subject = subject;
            this.profileData = profileData;
            this.claims = claims;
        }

        void given(RootAttribute attribute, Given value) {
            given.put(attribute, value);
        }

        @Nullable
        Given given(RootAttribute attribute) {
            return given.get(attribute);
        }

        NormalizedProfile build(List<Warning> warnings, boolean vouchedFor) {
            return new NormalizedProfile(this, warnings, vouchedFor);
        }
    }
}
