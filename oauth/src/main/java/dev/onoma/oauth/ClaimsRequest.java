package dev.onoma.oauth;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Supplier;

/** What a {@link ClaimsSource} has to go by. Immutable. */
public final class ClaimsRequest {
    private final ProviderTokens tokens;
    private final String nonce;
    private final Supplier<Duration> timeLeft;

    /**
     * A request.
     *
     * @param nonce the nonce that the login was started with, which an id_token has to bear
     * @param timeLeft how much of the callback's time is left, whenever it is asked; zero when none is
     */
    public ClaimsRequest(ProviderTokens tokens, String nonce, Supplier<Duration> timeLeft) {
        this.tokens = requireNonNull(tokens, "tokens");
        this.nonce = requireNonNull(nonce, "nonce");
        this.timeLeft = requireNonNull(timeLeft, "timeLeft");
    }

    public ProviderTokens tokens() {
        return tokens;
    }

    /** The nonce that the login was started with, which an id_token has to bear. */
    public String nonce() {
        return nonce;
    }

    /** How much of the callback's time is left, for calls to the provider; zero when none is. */
    public Duration timeLeft() {
        return timeLeft.get();
    }

    @Override
    public String toString() {
        return "ClaimsRequest[" + tokens + "]";
    }
}
