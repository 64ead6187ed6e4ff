package dev.onoma.core.claims;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said in one login: documents in order, the most trusted first (the id_token before userinfo), each
 * with its evidence. Immutable.
 *
 * <p>Reading never throws for what a provider sent. Claims that cannot be used remember why, and a login with them is
 * refused with that reason, so that an application has one place where failed logins arrive.
 */
public final class Claims {
    private final List<ClaimSource> sources;
    private final Set<Evidence> notConsulted;
    private final @Nullable Refusal refusal;

    private Claims(List<ClaimSource> sources, Set<Evidence> notConsulted, @Nullable Refusal refusal) {
        this.sources = sources;
        this.notConsulted = notConsulted;
        this.refusal = refusal;
    }

    /** The claims of one JSON document as it was received, within the standard limits. */
    public static Claims parse(byte[] utf8, Evidence evidence) {
        return parse(utf8, evidence, Limits.STANDARD);
    }

    /** The claims of one JSON document as it was received. */
    public static Claims parse(byte[] utf8, Evidence evidence, Limits limits) {
        requireNonNull(utf8, "utf8");
        requireNonNull(evidence, "evidence");
        try {
            return of(new ClaimSource(evidence, JsonDocument.parse(utf8, limits)));
        } catch (JsonException unusable) {
            return new Claims(List.of(), Set.of(), refusal(unusable));
        }
    }

    /** Claims that a library has parsed already, within the standard limits. */
    public static Claims of(JsonObject object, Evidence evidence) {
        return of(object, evidence, Limits.STANDARD);
    }

    /** Claims that a library has parsed already. */
    public static Claims of(JsonObject object, Evidence evidence, Limits limits) {
        requireNonNull(evidence, "evidence");
        try {
            return of(new ClaimSource(evidence, JsonDocument.of(object, limits)));
        } catch (JsonException unusable) {
            return new Claims(List.of(), Set.of(), refusal(unusable));
        }
    }

    /**
     * The stored claims of an identity, to be read once more: they had their limits when they came in.
     *
     * @param vouchedFor whether what they say of verified addresses is believed
     */
    public static Claims stored(JsonObject profileData, boolean vouchedFor) {
        return of(profileData, vouchedFor ? Evidence.IMPORT : Evidence.SIGNUP, Limits.STORED);
    }

    /**
     * Claims that a library has parsed already, as Java objects.
     *
     * @throws IllegalArgumentException when a value has no JSON form; see {@link JsonValue#from(Object)}
     */
    public static Claims of(Map<String, ? extends @Nullable Object> map, Evidence evidence) {
        return of(JsonObject.from(map), evidence);
    }

    private static Claims of(ClaimSource source) {
        return new Claims(List.of(source), Set.of(), null);
    }

    private static Refusal refusal(JsonException unusable) {
        RefusalCode code = switch (unusable.problem()) {
            case INVALID_JSON -> RefusalCode.INVALID_CLAIMS;
            case JSON_TOO_LARGE -> RefusalCode.CLAIMS_TOO_LARGE;
            case JSON_TOO_DEEP -> RefusalCode.CLAIMS_TOO_DEEP;
        };
        return new Refusal(code, unusable.message());
    }

    /** These claims, followed by those of further sources of the same login. */
    public Claims and(Claims further) {
        List<ClaimSource> all = new ArrayList<>(sources);
        all.addAll(further.sources);
        Set<Evidence> asked = EnumSet.noneOf(Evidence.class);
        asked.addAll(notConsulted);
        asked.addAll(further.notConsulted);
        return new Claims(List.copyOf(all), Set.copyOf(asked), refusal != null ? refusal : further.refusal);
    }

    /**
     * These claims, with the word that a source was not asked, although it could hold more: then nothing counts as
     * absent. An id_token without the response of an endpoint counts so by itself.
     */
    public Claims notConsulted(Evidence source) {
        Set<Evidence> more = EnumSet.of(source);
        more.addAll(notConsulted);
        return new Claims(sources, Set.copyOf(more), refusal);
    }

    /** Why the claims cannot be used; empty when they can. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The sources, in order; empty when the claims cannot be used. */
    public List<ClaimSource> sources() {
        return sources;
    }

    /** Whether every source that could hold a claim was asked. */
    public boolean isFullyConsulted() {
        return notConsulted.isEmpty()
                && (!has(Evidence.VERIFIED_ID_TOKEN)
                        || has(Evidence.USERINFO_RESPONSE)
                        || has(Evidence.GRAPH_API_RESPONSE));
    }

    /** The sources that were not asked, although they could hold more; none exactly when {@link #isFullyConsulted()}. */
    public Set<Evidence> sourcesNotConsulted() {
        Set<Evidence> sourcesNotConsulted = EnumSet.noneOf(Evidence.class);
        sourcesNotConsulted.addAll(notConsulted);
        if (sourcesNotConsulted.isEmpty() && !isFullyConsulted()) {
            sourcesNotConsulted.add(Evidence.USERINFO_RESPONSE);
        }
        return Collections.unmodifiableSet(sourcesNotConsulted);
    }

    private boolean has(Evidence evidence) {
        for (ClaimSource source : sources) {
            if (source.evidence() == evidence) {
                return true;
            }
        }
        return false;
    }

    /** What the first source that holds the path says there. */
    public Claim claim(ClaimPath path) {
        for (ClaimSource source : sources) {
            Optional<JsonValue> found = source.object().flatMap(path::in);
            if (found.isPresent()) {
                return Claim.of(found, true);
            }
        }
        return Claim.of(Optional.empty(), isFullyConsulted());
    }

    /** What the first source that holds the path says there; the path as text, see {@link ClaimPath}. */
    public Claim claim(String path) {
        return claim(ClaimPath.of(path));
    }

    /** Which sources there are; nothing of what they hold. */
    @Override
    public String toString() {
        return "Claims"
                + (refusal != null
                        ? "[unusable: " + refusal.code().code() + "]"
                        : sources.stream().map(ClaimSource::evidence).toList().toString());
    }
}
