package dev.onoma.oauth.oidc;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.http.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the id_token of one login has to answer. Immutable; its text form tells nothing of it. */
public final class IdTokenExpectation {
    private final @Nullable String nonce;
    private final @Nullable String accessToken;
    private final @Nullable Duration maxAge;
    private final Set<String> contexts;
    private final TokenOrigin origin;
    private final @Nullable Deadline deadline;

    private IdTokenExpectation(
            @Nullable String nonce,
            @Nullable String accessToken,
            @Nullable Duration maxAge,
            Set<String> contexts,
            TokenOrigin origin,
            @Nullable Deadline deadline) {
        this.nonce = nonce;
        this.accessToken = accessToken;
        this.maxAge = maxAge;
        this.contexts = Set.copyOf(contexts);
        this.origin = origin;
        this.deadline = deadline;
    }

    /** The nonce that was sent when this login was started. */
    public static IdTokenExpectation nonce(String nonce) {
        if (nonce.isEmpty()) {
            throw new IllegalArgumentException("a nonce must not be empty");
        }
        return new IdTokenExpectation(nonce, null, null, Set.of(), TokenOrigin.ISSUER, null);
    }

    /**
     * No nonce was sent, so that nothing in the token says which login it was made for: whoever calls this has another
     * way to know. A token that bears one is refused.
     */
    public static IdTokenExpectation withoutNonce() {
        return new IdTokenExpectation(null, null, null, Set.of(), TokenOrigin.ISSUER, null);
    }

    /** The access token that came with it, which an {@code at_hash} in it has to be of. */
    public IdTokenExpectation accessToken(String token) {
        return new IdTokenExpectation(nonce, requireNonNull(token, "token"), maxAge, contexts, origin, deadline);
    }

    /**
     * How long ago the person may have authenticated, as asked for with {@code max_age}: then {@code auth_time} is
     * required.
     */
    public IdTokenExpectation maxAge(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("a maximum age must not be negative");
        }
        return new IdTokenExpectation(nonce, accessToken, age, contexts, origin, deadline);
    }

    /** The ways of authentication of which {@code acr} has to be one, as asked for with {@code acr_values}. */
    public IdTokenExpectation authenticationContexts(Set<String> values) {
        return new IdTokenExpectation(nonce, accessToken, maxAge, values, origin, deadline);
    }

    /** It came through a browser or another client, where anybody can send anything. Default: from the issuer. */
    public IdTokenExpectation fromBrowser() {
        return new IdTokenExpectation(nonce, accessToken, maxAge, contexts, TokenOrigin.BROWSER, deadline);
    }

    /** How long the login can wait for the issuer's keys. Default: as long as a callback may take. */
    public IdTokenExpectation within(Deadline time) {
        return new IdTokenExpectation(nonce, accessToken, maxAge, contexts, origin, requireNonNull(time, "time"));
    }

    Optional<Deadline> deadline() {
        return Optional.ofNullable(deadline);
    }

    Optional<String> nonce() {
        return Optional.ofNullable(nonce);
    }

    Optional<String> accessToken() {
        return Optional.ofNullable(accessToken);
    }

    Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }

    Set<String> contexts() {
        return contexts;
    }

    TokenOrigin origin() {
        return origin;
    }

    @Override
    public String toString() {
        return "IdTokenExpectation[" + (nonce == null ? "no nonce" : "nonce") + ", from " + origin + "]";
    }
}
