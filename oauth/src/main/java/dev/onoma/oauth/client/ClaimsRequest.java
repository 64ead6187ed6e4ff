package dev.onoma.oauth.client;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.http.Deadline;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.util.Map;
import java.util.Optional;

/** What a {@link ClaimsSource} has to go by. Immutable. */
public final class ClaimsRequest {
    private final ProviderTokens tokens;
    private final String nonce;
    private final HttpExchange http;
    private final Deadline deadline;
    private final Map<String, String> answer;
    private final Map<String, String> asked;

    /**
     * A request.
     *
     * @param nonce the nonce that the login was started with, which an id_token has to bear
     * @param http the way to the provider
     * @param deadline when the callback's time is over
     */
    public ClaimsRequest(ProviderTokens tokens, String nonce, HttpExchange http, Deadline deadline) {
        this(tokens, nonce, deadline.bound(http), deadline, Map.of(), Map.of());
    }

    private ClaimsRequest(
            ProviderTokens tokens,
            String nonce,
            HttpExchange http,
            Deadline deadline,
            Map<String, String> answer,
            Map<String, String> asked) {
        this.tokens = requireNonNull(tokens, "tokens");
        this.nonce = requireNonNull(nonce, "nonce");
        this.http = http;
        this.deadline = deadline;
        this.answer = Map.copyOf(answer);
        this.asked = Map.copyOf(asked);
    }

    /** A request with the time that a callback has by default, from now on. */
    public ClaimsRequest(ProviderTokens tokens, String nonce, HttpExchange http) {
        this(tokens, nonce, http, Deadline.in(OAuthLimits.STANDARD.millis(OAuthLimit.CALLBACK_MILLIS)));
    }

    /** This request, with the parameters that the browser brought. */
    public ClaimsRequest answer(Map<String, String> parameters) {
        return new ClaimsRequest(tokens, nonce, http, deadline, parameters, asked);
    }

    /** This request, with what the authorization request said beyond the protocol. */
    public ClaimsRequest asked(Map<String, String> parameters) {
        return new ClaimsRequest(tokens, nonce, http, deadline, answer, parameters);
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

    /**
     * What the browser brought under a name, beside the code; empty when it is absent, or empty itself. Nobody signed it:
     * whoever sits at the browser can write what they like.
     */
    public Optional<String> answer(String name) {
        return Optional.ofNullable(answer.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * What the authorization request said under a name, such as {@code max_age}; empty when it said nothing. The browser
     * took it to the provider, and can have changed it on the way.
     */
    public Optional<String> asked(String name) {
        return Optional.ofNullable(asked.get(name));
    }

    @Override
    public String toString() {
        return "ClaimsRequest[" + tokens + "]";
    }
}
