package dev.onoma.oauth.oidc;

import dev.onoma.core.claims.Claims;

/** An id_token that passed every check. Only {@link IdTokenVerifier} makes one. Immutable. */
public final class VerifiedIdToken {
    private final Claims claims;
    private final String issuer;
    private final String subject;

    VerifiedIdToken(TokenClaims claims, String subject) {
        this.claims = claims.asClaims();
        this.issuer = claims.requiredText("iss");
        this.subject = subject;
    }

    /** What it says, with the evidence of a verified id_token. */
    public Claims claims() {
        return claims;
    }

    /** Who issued it, as it says. */
    public String issuer() {
        return issuer;
    }

    /** Whom it is about: unique and never reassigned within its issuer. */
    public String subject() {
        return subject;
    }

    @Override
    public String toString() {
        return "VerifiedIdToken[" + claims + "]";
    }
}
