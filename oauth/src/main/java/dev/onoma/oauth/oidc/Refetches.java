package dev.onoma.oauth.oidc;

import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often unknown keys may cause a fetch: so many in a window of time, the last of which is kept for tokens from the
 * issuer itself. Whoever can only send tokens through a browser cannot use up what a genuine rotation needs. Thread-safe.
 */
final class Refetches {
    private final int most;
    private final Duration window;
    private final Deque<Instant> granted = new ArrayDeque<>();

    Refetches(OAuthLimits limits) {
        this.most = limits.of(OAuthLimit.JWKS_UNKNOWN_KEY_FETCHES);
        this.window = limits.seconds(OAuthLimit.JWKS_UNKNOWN_KEY_SECONDS);
    }

    /** Whether one more may be made now; then it counts. */
    synchronized boolean grant(TokenOrigin origin, Instant now) {
        while (!granted.isEmpty() && !granted.peekFirst().plus(window).isAfter(now)) {
            granted.removeFirst();
        }
        // A limit of one leaves nothing to keep back.
        int allowed = origin == TokenOrigin.ISSUER ? most : Math.max(1, most - 1);
        if (granted.size() >= allowed) {
            return false;
        }
        granted.addLast(now);
        return true;
    }
}
