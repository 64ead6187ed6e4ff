package dev.onoma.oauth.client;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.http.HttpExchange;

/** What a {@link ClaimsSource} has to go by. Immutable. */
public final class ClaimsRequest {
    private final ProviderTokens tokens;
    private final String nonce;
    private final HttpExchange http;

    /**
     * A request.
     *
     * @param nonce the nonce that the login was started with, which an id_token has to bear
     * @param http the way to the provider, within what is left of the callback's time
     */
    public ClaimsRequest(ProviderTokens tokens, String nonce, HttpExchange http) {
        this.tokens = requireNonNull(tokens, "tokens");
        this.nonce = requireNonNull(nonce, "nonce");
        this.http = requireNonNull(http, "http");
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

    @Override
    public String toString() {
        return "ClaimsRequest[" + tokens + "]";
    }
}
