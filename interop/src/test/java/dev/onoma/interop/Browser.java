package dev.onoma.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** A person's browser: keeps cookies, follows redirects as far as the application, fills in forms. */
final class Browser {
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new Cookies()).build();

    Page open(URI address) {
        return follow(HttpRequest.newBuilder(address).build());
    }

    /** Fills in the page's form and presses a button of it. */
    Page submit(Page page, Map<String, String> filledIn) {
        Map<String, String> fields = page.fields();
        fields.putAll(filledIn);
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(HttpRequest.newBuilder(URI.create(page.form().absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** Opens the page of a login, and enters name and password. */
    Page logIn(URI start, Person person) {
        return enter(open(start), person);
    }

    Page enter(Page login, Person person) {
        return submit(login, Map.of("username", person.username(), "password", person.password()));
    }

    /** Says yes, where the person is asked. */
    Page consent(Page page) {
        return page.asks("accept") ? submit(page, Map.of("accept", "Yes")) : page;
    }

    private Page follow(HttpRequest first) {
        HttpRequest request = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<String> answer = send(request);
            Optional<String> location = answer.headers().firstValue("Location");
            if (location.isEmpty()) {
                String address = request.uri().toString();
                return new Page(request.uri(), Jsoup.parse(answer.body(), address));
            }
            URI next = request.uri().resolve(location.get());
            Page sentBack = new Page(next, Jsoup.parse("", next.toString()));
            if (sentBack.isCallback()) {
                return sentBack;
            }
            request = HttpRequest.newBuilder(next).build();
        }
        throw new IllegalStateException("the provider redirects without end");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The JDK's cookies, as browsers handle them. */
    private static final class Cookies extends CookieManager {
        @Override
        public void put(URI address, Map<String, List<String>> headers) throws IOException {
            super.put(address, headers);
            getCookieStore().getCookies().forEach(cookie -> {
                // The loopback host is as good as https to a browser.
                cookie.setSecure(false);
                // Keycloak still says "Version=1", which browsers ignore, and the JDK answers in the manner of RFC
                // 2965.
                cookie.setVersion(0);
            });
        }
    }
}
