package dev.onoma.core.provider;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.MemberNames;
import dev.onoma.core.provider.Mapping.ReadableSource;
import java.util.List;
import java.util.Set;

/** What is kept of the claims beside the root attributes: the sources merged flat, the first one winning. */
final class ProfileData {
    /** About the message, not the person; different at each login (OpenID Connect Core 1.0, section 2; RFC 7519, 4.1). */
    private static final MemberNames PROTOCOL_CLAIMS = MemberNames.of(
            "iat", "exp", "nbf", "auth_time", "nonce", "at_hash", "c_hash", "jti", "sid", "iss", "aud", "azp");

    private ProfileData() {}

    static JsonObject of(List<ReadableSource> sources, Provider provider) {
        JsonObject merged = sources.get(0).cleaned();
        for (ReadableSource source : sources.subList(1, sources.size())) {
            JsonObject.Builder both = merged.toBuilder();
            source.cleaned().forEach(both::add);
            merged = both.build();
        }
        if (provider.isOpenIdConnect()) {
            merged = merged.without(PROTOCOL_CLAIMS);
        }
        if (provider.storedClaims().isPresent()) {
            Set<String> stored = provider.storedClaims().get();
            merged = (JsonObject) SecretNames.withoutSecrets(merged.filter((name, value) -> stored.contains(name)));
        }
        return merged;
    }
}
