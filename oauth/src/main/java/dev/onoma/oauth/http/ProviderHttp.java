package dev.onoma.oauth.http;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to providers on the JDK's client. Thread-safe; one for an application is enough.
 *
 * <p>Each call has a deadline by the wall clock that covers its body, however slowly that comes, and its repetition; a
 * cap on the body after decompression; no redirects. A POST is sent once. A GET is repeated once at most, unless the limits
 * say otherwise, after a short random pause, where the provider answered that it is out of order or broke off.
 *
 * <p>HTTP/1.1 only: one request on one connection at a time, so that what was sent how often is plain.
 */
public final class ProviderHttp implements HttpExchange {
    private static final int SHORTEST_PAUSE_MILLIS = 50;
    private static final int LONGEST_PAUSE_MILLIS = 250;

    private final OAuthLimits limits;
    private final HttpClient client;

    private ProviderHttp(Builder builder) {
        this.limits = builder.limits;
        HttpClient.Builder http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.millis(OAuthLimit.CONNECT_MILLIS));
        if (builder.tls != null) {
            http.sslContext(builder.tls);
        }
        if (builder.proxy != null) {
            http.proxy(builder.proxy);
        }
        this.client = http.build();
    }

    /** HTTP with every limit at its default. */
    public static ProviderHttp standard() {
        return builder().build();
    }

    /** A builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public HttpReply send(HttpCall call) {
        long deadline = System.nanoTime() + time(call).toNanos();
        int tries = call.form().isPresent() ? 1 : limits.of(OAuthLimit.GET_TRIES);
        for (int left = tries - 1; ; left--) {
            try {
                return attempt(call, deadline);
            } catch (HttpException failed) {
                if (left == 0 || !mayPass(failed.denial().code()) || !pause(deadline)) {
                    throw failed;
                }
            }
        }
    }

    private Duration time(HttpCall call) {
        Duration most = limits.millis(OAuthLimit.CALL_MILLIS);
        return call.time().filter(time -> time.compareTo(most) < 0).orElse(most);
    }

    /**
     * Not where the connection failed, or closed without a word: there the JDK's client has tried a second time itself.
     */
    private static boolean mayPass(DenialCode code) {
        return code == DenialCode.HTTP_SERVER_ERROR || code == DenialCode.HTTP_TRUNCATED;
    }

    /** Waits a little, so that many that failed together do not come back together; false when there is no time. */
    private static boolean pause(long deadline) {
        long millis = ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS + 1);
        if (deadline - System.nanoTime() <= TimeUnit.MILLISECONDS.toNanos(millis)) {
            return false;
        }
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpReply attempt(HttpCall call, long deadline) {
        Attempt attempt = new Attempt(call, limits.of(call.kind().limit()));
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw attempt.timedOut();
        }
        CompletableFuture<HttpResponse<Optional<byte[]>>> answer = client.sendAsync(attempt.request(), attempt);
        try {
            return attempt.reply(answer.get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            throw attempt.timedOut();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw attempt.interrupted();
        } catch (ExecutionException failed) {
            throw attempt.failed(failed);
        } finally {
            // Closes the connection of an answer that is still coming; does nothing to one that is complete.
            answer.cancel(true);
        }
    }

    /** Collects what HTTP needs. */
    public static final class Builder {
        private OAuthLimits limits = OAuthLimits.STANDARD;
        private @Nullable SSLContext tls;
        private @Nullable ProxySelector proxy;

        private Builder() {}

        /** Deadlines and caps. Default: {@link OAuthLimits#STANDARD}. */
        public Builder limits(OAuthLimits values) {
            limits = requireNonNull(values, "values");
            return this;
        }

        /** Whose certificates are trusted, such as those of a company's own authority. Default: the JDK's. */
        public Builder tls(SSLContext context) {
            tls = requireNonNull(context, "context");
            return this;
        }

        /** The way through a proxy. Default: the JDK's. */
        public Builder proxy(ProxySelector selector) {
            proxy = requireNonNull(selector, "selector");
            return this;
        }

        public ProviderHttp build() {
            return new ProviderHttp(this);
        }
    }
}
