package dev.onoma.oauth.oidc;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.Claims;
import dev.onoma.oauth.ClaimsRequest;
import dev.onoma.oauth.ClaimsSource;
import dev.onoma.oauth.ProviderTokens;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.http.HttpReply;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenID Connect issuer says of a person: the id_token, verified, and where there is an endpoint for it the
 * userinfo behind it, which has to be of the same person. Immutable and thread-safe.
 */
public final class OidcClaims implements ClaimsSource {
    private final IdTokenVerifier idTokens;
    private final @Nullable URI userinfoEndpoint;
    private final @Nullable HttpExchange http;

    private OidcClaims(IdTokenVerifier idTokens, @Nullable URI userinfoEndpoint, @Nullable HttpExchange http) {
        this.idTokens = requireNonNull(idTokens, "idTokens");
        this.userinfoEndpoint = userinfoEndpoint;
        this.http = http;
    }

    /** The id_token's claims alone. */
    public static OidcClaims idToken(IdTokenVerifier idTokens) {
        return new OidcClaims(idTokens, null, null);
    }

    /** The id_token's claims, followed by those of userinfo. */
    public static OidcClaims idTokenAndUserinfo(IdTokenVerifier idTokens, URI userinfoEndpoint, HttpExchange http) {
        Endpoints.check(userinfoEndpoint);
        return new OidcClaims(idTokens, userinfoEndpoint, requireNonNull(http, "http"));
    }

    @Override
    public Claims claims(ClaimsRequest request) {
        ProviderTokens tokens = request.tokens();
        String idToken = tokens.idToken()
                .orElseThrow(() ->
                        new DeniedException(DenialCode.INVALID_ID_TOKEN, "id_token is missing in the token response"));
        VerifiedIdToken verified = idTokens.verify(
                idToken, IdTokenExpectation.nonce(request.nonce()).accessToken(tokens.accessToken()));
        return userinfo(tokens.accessToken(), request.timeLeft())
                .map(reply -> verified.claims().and(idTokens.userinfo(reply, verified)))
                .orElse(verified.claims());
    }

    private Optional<HttpReply> userinfo(String accessToken, Duration timeLeft) {
        if (userinfoEndpoint == null || http == null) {
            return Optional.empty();
        }
        HttpCall call = HttpCall.get(userinfoEndpoint, BodyKind.USERINFO)
                .header("Accept", "application/json, application/jwt")
                .bearer(accessToken)
                .atMost(timeLeft);
        return Optional.of(http.send(call));
    }

    @Override
    public String toString() {
        return "OidcClaims[" + idTokens.issuer() + (userinfoEndpoint == null ? "" : ", userinfo") + "]";
    }
}
