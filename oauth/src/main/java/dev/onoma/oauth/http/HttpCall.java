package dev.onoma.oauth.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request to a provider: a GET, or the POST of a form. Immutable. Its text form names neither address nor content. */
public final class HttpCall {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI uri;
    private final BodyKind kind;
    private final Map<String, String> headers;
    private final @Nullable String form;
    private final @Nullable Duration atMost;

    private HttpCall(
            URI uri, BodyKind kind, Map<String, String> headers, @Nullable String form, @Nullable Duration atMost) {
        if (!isAllowed(uri)) {
            throw new IllegalArgumentException("an address of a provider must be https, or http on the loopback host");
        }
        this.uri = uri;
        this.kind = requireNonNull(kind, "kind");
        this.headers = headers;
        this.form = form;
        this.atMost = atMost;
    }

    /**
     * Whether a provider may be addressed so: by https, without user and fragment; or by http on the loopback host, as
     * in development. RFC 9700, section 2.6.
     */
    public static boolean isAllowed(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
        return plain && (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host)));
    }

    /** A GET. It may be repeated once. */
    public static HttpCall get(URI uri, BodyKind kind) {
        return new HttpCall(uri, kind, Map.of(), null, null);
    }

    /**
     * A POST of a form, which is sent exactly once.
     *
     * @param form the encoded form, as {@code application/x-www-form-urlencoded}
     */
    public static HttpCall post(URI uri, BodyKind kind, String form) {
        return new HttpCall(uri, kind, Map.of(), requireNonNull(form, "form"), null);
    }

    /**
     * This call with a header, in place of one of that very name.
     *
     * @throws IllegalArgumentException when the value holds more than visible ASCII characters and spaces
     */
    public HttpCall header(String name, String value) {
        // The JDK's client would refuse it too, in a message that quotes it: and it may be a token.
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("header " + name + " must be visible ASCII characters and spaces");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
        return new HttpCall(uri, kind, more, form, atMost);
    }

    /** This call with an access token in its {@code Authorization} header. RFC 6750, section 2.1. */
    public HttpCall bearer(String accessToken) {
        return header("Authorization", "Bearer " + accessToken);
    }

    /** This call with less time than every call has, its repetition included. */
    public HttpCall atMost(Duration time) {
        return new HttpCall(uri, kind, headers, form, requireNonNull(time, "time"));
    }

    public URI uri() {
        return uri;
    }

    public BodyKind kind() {
        return kind;
    }

    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** The encoded form of a POST; empty for a GET. */
    public Optional<String> form() {
        return Optional.ofNullable(form);
    }

    /** How much time it has; empty when it has what every call has. */
    public Optional<Duration> time() {
        return Optional.ofNullable(atMost);
    }

    @Override
    public String toString() {
        return "HttpCall[" + (form == null ? "GET" : "POST") + ", " + kind + "]";
    }
}
