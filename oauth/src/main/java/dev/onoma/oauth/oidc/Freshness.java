package dev.onoma.oauth.oidc;

import dev.onoma.oauth.http.HttpReply;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a JWK set may be used.
 *
 * @param refreshFrom when a newer one is fetched, while this one goes on serving
 * @param freshUntil until when it serves without a question
 * @param staleUntil until when it serves while no newer one can be had
 */
record Freshness(Instant refreshFrom, Instant freshUntil, Instant staleUntil) {
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?([0-9]{1,10})(?![0-9])");
    private static final Pattern NOT_STORED = Pattern.compile("(?i)(?:^|[\\s,])(?:no-store|no-cache)(?:$|[\\s,=])");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

    /** By {@code Cache-Control} and {@code Age} (RFC 9111, section 4.2), within the limits. */
    static Freshness of(HttpReply reply, Instant now, OAuthLimits limits) {
        long seconds = Math.min(
                Math.max(maxAge(reply) - age(reply), limits.of(OAuthLimit.JWKS_FRESH_SECONDS_LEAST)),
                limits.of(OAuthLimit.JWKS_FRESH_SECONDS_MOST));
        Duration fresh = Duration.ofSeconds(seconds);
        Instant until = now.plus(fresh);
        return new Freshness(
                now.plus(fresh.multipliedBy(3).dividedBy(4)),
                until,
                until.plus(limits.seconds(OAuthLimit.JWKS_STALE_SECONDS)));
    }

    private static long maxAge(HttpReply reply) {
        String control = reply.header("Cache-Control").orElse("");
        Matcher maxAge = MAX_AGE.matcher(control);
        return maxAge.find() && !NOT_STORED.matcher(control).find() ? Long.parseLong(maxAge.group(1)) : 0;
    }

    private static long age(HttpReply reply) {
        String age = reply.header("Age").orElse("").strip();
        return SECONDS.matcher(age).matches() ? Long.parseLong(age) : 0;
    }
}
