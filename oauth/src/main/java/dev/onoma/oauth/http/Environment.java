package dev.onoma.oauth.http;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.limit.OAuthLimits;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What live logins have around them: the way to providers, the limits and the clock. One can serve all providers of an
 * application, over the same HTTP client then. Immutable and thread-safe.
 */
public final class Environment {
    private final AtomicReference<@Nullable HttpExchange> http;
    private final OAuthLimits limits;
    private final Clock clock;

    private Environment(@Nullable HttpExchange http, OAuthLimits limits, Clock clock) {
        this.http = new AtomicReference<>(http);
        this.limits = requireNonNull(limits, "limits");
        this.clock = requireNonNull(clock, "clock");
    }

    /** {@link ProviderHttp} within {@link OAuthLimits#STANDARD}, and the system's clock. */
    public static Environment standard() {
        return within(OAuthLimits.STANDARD);
    }

    /** {@link ProviderHttp} within these limits on deadlines, sizes and ages, and the system's clock. */
    public static Environment within(OAuthLimits limits) {
        return new Environment(null, limits, Clock.systemUTC());
    }

    /**
     * This environment with another way to providers, such as one through a proxy.
     *
     * @param exchange answers for deadlines and sizes itself: the limits here do not reach into it
     */
    public Environment http(HttpExchange exchange) {
        return new Environment(requireNonNull(exchange, "exchange"), limits, clock);
    }

    /** This environment with another clock. */
    public Environment clock(Clock source) {
        return new Environment(http.get(), limits, source);
    }

    /** The way to providers, the same at each call. */
    public HttpExchange http() {
        return requireNonNull(http.updateAndGet(made -> made == null ? standardHttp() : made), "http");
    }

    private HttpExchange standardHttp() {
        return ProviderHttp.builder().limits(limits).build();
    }

    public OAuthLimits limits() {
        return limits;
    }

    public Clock clock() {
        return clock;
    }

    @Override
    public String toString() {
        return "Environment[" + limits + "]";
    }
}
