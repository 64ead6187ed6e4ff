package dev.onoma.oauth.oidc;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.claims.Claims;
import dev.onoma.oauth.client.ClaimsRequest;
import dev.onoma.oauth.client.ClaimsSource;
import dev.onoma.oauth.client.ProviderTokens;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpReply;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenID Connect issuer says of a person: the id_token, verified, and where there is an endpoint for it the
 * userinfo behind it, which has to be of the same person. Immutable and thread-safe.
 */
public final class OidcClaims implements ClaimsSource {
    private final IdTokenVerifier idTokens;
    private final @Nullable HttpCall userinfo;

    private OidcClaims(IdTokenVerifier idTokens, @Nullable HttpCall userinfo) {
        this.idTokens = requireNonNull(idTokens, "idTokens");
        this.userinfo = userinfo;
    }

    /** The id_token's claims alone. */
    public static OidcClaims idToken(IdTokenVerifier idTokens) {
        return new OidcClaims(idTokens, null);
    }

    /**
     * The id_token's claims, followed by those of userinfo.
     *
     * @throws IllegalArgumentException when the endpoint is neither https nor http on the loopback host
     */
    public static OidcClaims idTokenAndUserinfo(IdTokenVerifier idTokens, URI userinfoEndpoint) {
        return new OidcClaims(
                idTokens,
                HttpCall.get(userinfoEndpoint, BodyKind.USERINFO)
                        .header("Accept", "application/json, application/jwt"));
    }

    @Override
    public Claims claims(ClaimsRequest request) {
        ProviderTokens tokens = request.tokens();
        String idToken = tokens.idToken()
                .orElseThrow(() ->
                        new DeniedException(DenialCode.INVALID_ID_TOKEN, "id_token is missing in the token response"));
        VerifiedIdToken verified = idTokens.verify(
                idToken, asked(request).accessToken(tokens.accessToken()).within(request.deadline()));
        if (userinfo == null) {
            return verified.claims();
        }
        HttpReply reply = request.http().send(userinfo.bearer(tokens.accessToken()));
        return verified.claims().and(idTokens.userinfo(reply, verified, request.deadline()));
    }

    /**
     * The nonce, and how recently and how the person had to authenticate: whoever has the browser can have taken that out
     * of the request.
     */
    private static IdTokenExpectation asked(ClaimsRequest request) {
        IdTokenExpectation expected = IdTokenExpectation.nonce(request.nonce());
        Optional<Duration> age = request.asked("max_age").map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        Set<String> contexts = new LinkedHashSet<>(
                List.of(request.asked("acr_values").orElse("").split(" ")));
        contexts.remove("");
        return age.map(expected::maxAge).orElse(expected).authenticationContexts(contexts);
    }

    @Override
    public String toString() {
        return "OidcClaims[" + idTokens.issuer() + (userinfo == null ? "" : ", userinfo") + "]";
    }
}
