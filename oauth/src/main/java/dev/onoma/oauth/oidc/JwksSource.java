package dev.onoma.oauth.oidc;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.Deadline;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.http.HttpReply;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer publishes at an address: fetched once for all who wait, refreshed behind their backs, kept
 * while the issuer cannot be reached, never replaced by an answer that holds no usable key. Thread-safe.
 *
 * <p>One per issuer, for as long as the application runs: whoever builds one per login fetches once per login. Asking for
 * {@link #current()} at the start of the application shows a wrong address at once.
 */
public final class JwksSource implements KeySource {
    private final OAuthLimits limits;
    private final Clock clock;
    private final Refetches refetches;
    private final Flight flight;
    private final RefreshTimer timer;

    private JwksSource(Builder builder) {
        this.limits = builder.limits;
        this.clock = builder.clock;
        this.refetches = new Refetches(limits);
        HttpCall call = HttpCall.get(builder.uri, BodyKind.JWKS).header("Accept", "application/json");
        this.flight = new Flight(() -> fetch(builder.http, call), builder.executor, clock);
        this.timer = new RefreshTimer(flight, clock, builder.delays);
    }

    /** A builder for the keys at an address, usually a discovery document's {@code jwks_uri}. */
    public static Builder of(URI uri, HttpExchange http) {
        return new Builder(uri, http);
    }

    /** A builder for the keys at an address, within an environment's limits and by its clock. */
    public static Builder of(URI uri, Environment environment) {
        return of(uri, environment.http()).limits(environment.limits()).clock(environment.clock());
    }

    @Override
    public KeySet current() {
        return current(limit());
    }

    private Deadline limit() {
        return Deadline.in(limits.millis(OAuthLimit.CALLBACK_MILLIS));
    }

    @Override
    public KeySet current(Deadline deadline) {
        Published known = flight.latest();
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.freshness().freshUntil())) {
            known = renewed(known, now, deadline);
        } else if (!now.isBefore(known.freshness().refreshFrom())) {
            flight.fetchBehind(known);
        }
        timer.used(known);
        return known.keys();
    }

    /** Newer keys, or the old ones where there are none: only the first login after their expiry waits to find out. */
    private Published renewed(@Nullable Published old, Instant now, Deadline deadline) {
        if (old == null || now.isAfter(old.freshness().staleUntil())) {
            return flight.await(flight.fetchUnlessFailedJustNow(old), deadline);
        }
        boolean failedBefore = flight.hasFailed();
        CompletableFuture<Published> fetch = flight.fetchUnlessFailedJustNow(old);
        try {
            return failedBefore ? old : flight.await(fetch, deadline);
        } catch (DeniedException unavailable) {
            return old;
        }
    }

    @Override
    public KeySet newerThan(KeySet tried, TokenOrigin origin) {
        return newerThan(tried, origin, limit());
    }

    @Override
    public KeySet newerThan(KeySet tried, TokenOrigin origin, Deadline deadline) {
        Published known = flight.latest();
        if (known == null || known.keys() != tried) {
            return known == null ? tried : known.keys();
        }
        CompletableFuture<Published> running = flight.running();
        if (running == null && !refetches.grant(origin, clock.instant())) {
            return tried;
        }
        try {
            return flight.await(running != null ? running : flight.fetch(known), deadline)
                    .keys();
        } catch (DeniedException unavailable) {
            return tried;
        }
    }

    private Published fetch(HttpExchange http, HttpCall call) {
        HttpReply reply = http.send(call);
        return new Published(KeySet.parse(reply.body(), limits), Freshness.of(reply, clock.instant(), limits));
    }

    @Override
    public String toString() {
        return "JwksSource["
                + (flight.latest() == null ? "nothing yet" : flight.latest().keys()) + "]";
    }

    /** Keys, and how long they may be used. */
    record Published(KeySet keys, Freshness freshness) {}

    /** Runs something later. */
    @FunctionalInterface
    interface Delays {
        void after(Duration delay, Runnable task);
    }

    /** Collects a source's parts. */
    public static final class Builder {
        private final URI uri;
        private final HttpExchange http;
        private OAuthLimits limits = OAuthLimits.STANDARD;
        private Clock clock = Clock.systemUTC();
        private Executor executor = Builder::inThread;
        private Delays delays = this::afterThat;

        private Builder(URI uri, HttpExchange http) {
            this.uri = requireNonNull(uri, "uri");
            this.http = requireNonNull(http, "http");
        }

        /** The limits on size, keys, freshness and fetches. Default: {@link OAuthLimits#STANDARD}. */
        public Builder limits(OAuthLimits values) {
            limits = requireNonNull(values, "values");
            return this;
        }

        /** Default: the system's clock. */
        public Builder clock(Clock source) {
            clock = requireNonNull(source, "source");
            return this;
        }

        /** Where fetches run, one at a time. Default: a daemon thread for each. */
        public Builder executor(Executor threads) {
            executor = requireNonNull(threads, "threads");
            return this;
        }

        Builder delays(Delays other) {
            delays = other;
            return this;
        }

        private static void inThread(Runnable task) {
            Thread thread = new Thread(task, "onoma-jwks");
            thread.setDaemon(true);
            thread.start();
        }

        private void afterThat(Duration delay, Runnable task) {
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, executor)
                    .execute(task);
        }

        /** The source. It fetches nothing before it is asked. */
        public JwksSource build() {
            return new JwksSource(this);
        }
    }
}
