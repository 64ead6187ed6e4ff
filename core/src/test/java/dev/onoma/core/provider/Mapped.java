package dev.onoma.core.provider;

import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.attribute.Derivation;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The words of the mapping tests: claims by their evidence, a connection's settings, and what comes of them. */
final class Mapped {
    static final MappingSettings SETTINGS = settings(EmailTrust.fromClaim());

    private Mapped() {}

    static Claims idToken(String json) {
        return claims(json, Evidence.VERIFIED_ID_TOKEN);
    }

    static Claims userinfo(String json) {
        return claims(json, Evidence.USERINFO_RESPONSE);
    }

    static Claims form(String json) {
        return claims(json, Evidence.UNSIGNED_FORM);
    }

    static Claims claims(String json, Evidence evidence) {
        return Claims.parse(json.getBytes(StandardCharsets.UTF_8), evidence);
    }

    static MappingSettings settings(EmailTrust trust) {
        return new MappingSettings("example", trust, Set.of(), Derivation.STANDARD);
    }

    static MappingSettings denying(String... claims) {
        return new MappingSettings("example", EmailTrust.fromClaim(), Set.of(claims), Derivation.STANDARD);
    }

    static MappingSettings limited(Limits limits) {
        return new MappingSettings("example", EmailTrust.fromClaim(), Set.of(), new Derivation(false, true, limits));
    }

    static NormalizedProfile profile(Provider.Builder table, Claims claims) {
        return profile(table, claims, SETTINGS);
    }

    static NormalizedProfile profile(Provider.Builder table, Claims claims, MappingSettings settings) {
        return table.build().normalize(claims, settings).orElseThrow();
    }

    static Refusal refusal(Provider.Builder table, Claims claims) {
        return refusal(table, claims, SETTINGS);
    }

    static Refusal refusal(Provider.Builder table, Claims claims, MappingSettings settings) {
        return ((RefusedClaims) table.build().normalize(claims, settings)).refusal();
    }
}
