package dev.onoma.oauth.client;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.http.Deadline;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;

/** What a {@link ClaimsSource} has to go by. Immutable. */
public final class ClaimsRequest {
    private final ProviderTokens tokens;
    private final String nonce;
    private final HttpExchange http;
    private final Deadline deadline;

    /**
     * A request.
     *
     * @param nonce the nonce that the login was started with, which an id_token has to bear
     * @param http the way to the provider
     * @param deadline when the callback's time is over
     */
    public ClaimsRequest(ProviderTokens tokens, String nonce, HttpExchange http, Deadline deadline) {
        this.deadline = requireNonNull(deadline, "deadline");
        this.tokens = requireNonNull(tokens, "tokens");
        this.nonce = requireNonNull(nonce, "nonce");
        this.http = deadline.bound(http);
    }

    /** A request with the time that a callback has by default, from now on. */
    public ClaimsRequest(ProviderTokens tokens, String nonce, HttpExchange http) {
        this(tokens, nonce, http, Deadline.in(OAuthLimits.STANDARD.millis(OAuthLimit.CALLBACK_MILLIS)));
    }

    public ProviderTokens tokens() {
        return tokens;
    }

    /** The nonce that the login was started with, which an id_token has to bear. */
    public String nonce() {
        return nonce;
    }

    /** The way to the provider; its calls end with the callback's time. */
    public HttpExchange http() {
        return http;
    }

    /** When the callback's time is over, for whatever else takes time. */
    public Deadline deadline() {
        return deadline;
    }

    @Override
    public String toString() {
        return "ClaimsRequest[" + tokens + "]";
    }
}
