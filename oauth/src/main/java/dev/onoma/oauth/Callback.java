package dev.onoma.oauth;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.http.EncodedForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider sent back through the browser, read strictly: each parameter once, well-formed percent-encoding of
 * UTF-8, within the limit. What cannot be read makes no exception here, but a denial of the login. Immutable. Its text
 * form tells nothing of it.
 */
public final class Callback {
    private final Optional<Map<String, String>> parameters;
    private final @Nullable String path;
    private final @Nullable String ip;
    private final @Nullable String userAgent;

    private Callback(
            Optional<Map<String, String>> parameters,
            @Nullable String path,
            @Nullable String ip,
            @Nullable String userAgent) {
        this.parameters = parameters;
        this.path = path;
        this.ip = ip;
        this.userAgent = userAgent;
    }

    /**
     * The callback as an encoded query, or as the body of a form that was posted.
     *
     * @param encoded what follows the question mark, as it was received; empty where there was none
     */
    public static Callback parse(String encoded) {
        return new Callback(EncodedForm.parse(encoded), null, null, null);
    }

    /**
     * The callback as a web framework has decoded it. Prefer {@link #parse(String)}: frameworks differ in what they make
     * of broken encodings.
     *
     * @param decoded each parameter with all its values
     */
    public static Callback of(Map<String, ? extends List<String>> decoded) {
        Map<String, String> once = new LinkedHashMap<>();
        decoded.forEach((name, values) -> {
            if (values.size() == 1) {
                once.put(name, requireNonNull(values.get(0), "value"));
            }
        });
        return new Callback(once.size() == decoded.size() ? Optional.of(once) : Optional.empty(), null, null, null);
    }

    /**
     * This callback with the path that it came to, as browsers see it: a login whose redirect URI has another path is
     * not the one that it answers. Where providers have redirect URIs of their own, one cannot answer in another's name,
     * even if it does not name itself.
     *
     * @param received percent-encoded, such as {@code /callback/facebook}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.4.2.2">RFC 9700, section 4.4.2.2</a>
     */
    public Callback path(String received) {
        return new Callback(parameters, requireNonNull(received, "received"), ip, userAgent);
    }

    /** This callback with the address that it came from, for the user's {@code last_ip}. */
    public Callback ip(String address) {
        return new Callback(parameters, path, requireNonNull(address, "address"), userAgent);
    }

    /** This callback with the browser's name for itself. */
    public Callback userAgent(String name) {
        return new Callback(parameters, path, ip, requireNonNull(name, "name"));
    }

    /** Whether it could be read, and has at most so many characters. */
    boolean isReadable(int characters) {
        return parameters.isPresent()
                && parameters.get().entrySet().stream()
                                .mapToLong(each -> (long) each.getKey().length()
                                        + each.getValue().length())
                                .sum()
                        <= characters;
    }

    /** A parameter; empty when it is absent, or empty itself. */
    Optional<String> parameter(String name) {
        return parameters.map(all -> all.get(name)).filter(value -> !value.isEmpty());
    }

    /** All parameters; none where they could not be read. */
    Map<String, String> parameters() {
        return parameters.orElse(Map.of());
    }

    Optional<String> path() {
        return Optional.ofNullable(path);
    }

    Optional<String> ip() {
        return Optional.ofNullable(ip);
    }

    Optional<String> userAgent() {
        return Optional.ofNullable(userAgent);
    }

    @Override
    public String toString() {
        return "Callback" + (parameters.isEmpty() ? "[unreadable]" : "");
    }
}
