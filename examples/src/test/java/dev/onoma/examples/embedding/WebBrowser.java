package dev.onoma.examples.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A browser that follows redirects and keeps cookies, each for its host and port. The JDK's own cookie handler would send
 * them back in the quotes of RFC 2965, which browsers do not.
 */
public final class WebBrowser {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MOST_REDIRECTS = 10;

    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    /** Where this browser ends up. */
    public HttpResponse<String> open(URI address) {
        URI next = address;
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            HttpResponse<String> response = visit(next);
            Optional<String> location = response.headers().firstValue("Location");
            if (location.isEmpty()) {
                return response;
            }
            next = next.resolve(location.get());
        }
        throw new IllegalStateException("too many redirects");
    }

    private HttpResponse<String> visit(URI address) {
        Map<String, String> own = cookies.computeIfAbsent(address.getAuthority(), host -> new LinkedHashMap<>());
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!own.isEmpty()) {
            request.header(
                    "Cookie",
                    own.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = once(request);
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            own.put(pair[0], pair[1]);
        }
        return response;
    }

    /** The cookie of a name that some site has set; empty text where there is none. */
    public String cookie(String name) {
        return cookies.values().stream()
                .map(own -> own.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** One request and its very answer. */
    public static HttpResponse<String> once(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
