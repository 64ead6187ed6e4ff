package dev.onoma.oauth.oidc;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * For whom tokens have to be issued.
 *
 * @param furtherAudiences those that a token may name beside the client
 * @param authorizedParties those that a token may have been issued to, instead of the client
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core 1.0,
 *     section 3.1.3.7, steps 3 to 5</a>
 */
record AudienceRule(String clientId, Set<String> furtherAudiences, Set<String> authorizedParties) {
    AudienceRule {
        furtherAudiences = Set.copyOf(furtherAudiences);
        authorizedParties = Set.copyOf(authorizedParties);
    }

    void check(TokenClaims claims) {
        List<String> audiences = claims.requiredTexts("aud");
        if (!audiences.contains(clientId)) {
            throw claims.refuse(TokenProblem.WRONG_AUDIENCE, "aud", "must hold the client id");
        }
        for (String audience : audiences) {
            if (!audience.equals(clientId) && !furtherAudiences.contains(audience)) {
                throw claims.refuse(TokenProblem.WRONG_AUDIENCE, "aud", "has an audience that was not named");
            }
        }
        Optional<String> party = claims.text("azp");
        if (party.isEmpty() && audiences.size() > 1) {
            throw claims.refuse(TokenProblem.MISSING_CLAIM, "azp", "is missing beside several audiences");
        }
        if (party.isPresent() && !party.get().equals(clientId) && !authorizedParties.contains(party.get())) {
            throw claims.refuse(
                    TokenProblem.WRONG_AUTHORIZED_PARTY, "azp", "must be the client id or a party that was named");
        }
    }
}
