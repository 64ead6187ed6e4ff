package dev.onoma.testkit.oauth.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request as it came: its parameters are those of the query and of a form in the body, together. Immutable. {@code
 * toString} prints the method, the path and the parameters' names, never a value.
 */
public final class RecordedRequest {
    private final Endpoint endpoint;
    private final String method;
    private final String path;
    private final Map<String, List<String>> parameters;
    private final Map<String, List<String>> headers;

    RecordedRequest(
            Endpoint endpoint,
            String method,
            String path,
            Map<String, List<String>> parameters,
            Map<String, List<String>> headers) {
        this.endpoint = endpoint;
        this.method = method;
        this.path = path;
        this.parameters = parameters;
        this.headers = headers;
    }

    /** What it was for. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** The HTTP method, in capitals. */
    public String method() {
        return method;
    }

    /** The path as it was sent, without the query. */
    public String path() {
        return path;
    }

    /** The first value of a parameter; empty when it was not sent. */
    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst();
    }

    /** All values of a parameter, in the order they were sent. */
    public List<String> parameters(String name) {
        return parameters.getOrDefault(requireNonNull(name, "name"), List.of());
    }

    /** The names of the parameters, in the order they were sent. */
    public Set<String> parameterNames() {
        return parameters.keySet();
    }

    /** The first value of a header, whatever the case of its name; empty when it was not sent. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    @Override
    public String toString() {
        return method + " " + path + " " + parameterNames();
    }
}
