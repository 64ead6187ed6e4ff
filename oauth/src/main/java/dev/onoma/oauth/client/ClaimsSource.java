package dev.onoma.oauth.client;

import dev.onoma.core.claims.Claims;
import dev.onoma.oauth.denial.DeniedException;

/** How the tokens of a login become verified claims: what a kind of provider contributes to the flow. Thread-safe. */
@FunctionalInterface
public interface ClaimsSource {
    /**
     * The claims, each source checked as its evidence says.
     *
     * @throws DeniedException when the provider's word is not acceptable, or could not be had
     */
    Claims claims(ClaimsRequest request);
}
