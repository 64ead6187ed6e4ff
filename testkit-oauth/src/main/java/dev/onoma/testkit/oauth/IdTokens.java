package dev.onoma.testkit.oauth;

import dev.onoma.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Makes id_tokens (OpenID Connect Core 1.0, section 2), right or as they are asked to be wrong. */
final class IdTokens {
    private static final int LIFE_SECONDS = 3_600;

    private final FakeProvider provider;
    private final String issuer;
    private final boolean azp;
    private final KeyRing keys;
    private final TokenForgery forgery;

    IdTokens(FakeProvider provider, String issuer, boolean azp, KeyRing keys, String elsewhere) {
        this.provider = provider;
        this.issuer = issuer;
        this.azp = azp;
        this.keys = keys;
        this.forgery = new TokenForgery(keys, provider.clientSecret(), elsewhere);
    }

    TokenForgery forgery() {
        return forgery;
    }

    String issuer() {
        return issuer;
    }

    SigningAlgorithm algorithm() {
        return keys.current().algorithm();
    }

    String issue(Person person, Optional<String> nonce, Optional<String> accessToken, Set<Misbehaviour> active) {
        Instant now = provider.clock.instant();
        JsonObject.Builder claims = JsonObject.builder()
                .put("iss", issuerFor(person))
                .put("aud", provider.clientId())
                .put("sub", person.subject());
        if (azp) {
            claims.put("azp", provider.clientId());
        }
        accessToken.ifPresent(token -> claims.put("at_hash", Grants.leftHalfHash(token, algorithm())));
        nonce.ifPresent(value -> claims.put("nonce", value));
        claims.put("iat", now.getEpochSecond()).put("exp", now.getEpochSecond() + LIFE_SECONDS);
        // A person's own "iss" or "exp" would be a quiet misbehaviour.
        person.claims().forEach(claims::add);
        return forgery.token(IdTokenClaims.text(claims.build(), now, active), active);
    }

    String issuerFor(Person person) {
        return issuer.replace("{tenantid}", person.text("tid").orElse("{tenantid}"));
    }
}
