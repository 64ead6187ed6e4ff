package dev.onoma.oauth.oidc;

import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.util.OptionalLong;

/**
 * When tokens are valid, in seconds. A token that expired as long ago as clocks may differ is expired.
 *
 * @param skew by how much the issuer's clock may differ from ours
 * @param age since when one may have been issued
 * @param lifetime for how long one may be valid
 */
record TimeRules(long skew, long age, long lifetime) {
    static TimeRules of(OAuthLimits limits) {
        return new TimeRules(
                limits.of(OAuthLimit.CLOCK_SKEW_SECONDS),
                limits.of(OAuthLimit.ID_TOKEN_AGE_SECONDS),
                limits.of(OAuthLimit.ID_TOKEN_LIFETIME_SECONDS));
    }

    void check(TokenClaims claims, long now) {
        long expiry = claims.requiredSeconds("exp");
        long issued = claims.requiredSeconds("iat");
        if (isPast(expiry, now)) {
            throw claims.refuse(TokenProblem.EXPIRED, "exp", "is past");
        }
        if (issued > now + skew) {
            throw claims.refuse(TokenProblem.NOT_YET_VALID, "iat", "is in the future");
        }
        if (issued < now - skew - age) {
            throw claims.refuse(TokenProblem.TOO_OLD, "iat", "is longer ago than " + age + " seconds");
        }
        if (expiry - issued > lifetime || expiry < issued) {
            throw claims.refuse(
                    TokenProblem.LIFETIME_OUT_OF_BOUNDS, "exp", "must be 0 to " + lifetime + " seconds after \"iat\"");
        }
        OptionalLong notBefore = claims.seconds("nbf");
        if (notBefore.isPresent() && notBefore.getAsLong() > now + skew) {
            throw claims.refuse(TokenProblem.NOT_YET_VALID, "nbf", "is in the future");
        }
    }

    boolean isPast(long expiry, long now) {
        return now - skew >= expiry;
    }

    /** Whether the person has authenticated recently enough for who asked with {@code max_age}. */
    void checkAuthentication(TokenClaims claims, long maxAge, long now) {
        long authenticated = claims.requiredSeconds("auth_time");
        if (authenticated < now - skew - maxAge) {
            throw claims.refuse(TokenProblem.AUTHENTICATION_TOO_OLD, "auth_time", "is longer ago than was asked for");
        }
    }
}
