package dev.onoma.examples.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who visits the web example without a browser: it keeps cookies, and goes where it is sent step by step. */
final class Visitor {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

    private final URI base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    Visitor(URI base) {
        this.base = base;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    /** Posts a form as a page of the application would. */
    HttpResponse<String> submit(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return post(path, formToken(), fields);
    }

    HttpResponse<String> post(String path, String formToken, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("form_token=" + formToken + form)));
    }

    String formToken() throws IOException, InterruptedException {
        Matcher token = FORM_TOKEN.matcher(get("/").body());
        if (!token.find()) {
            throw new IllegalStateException("the page has no form");
        }
        return token.group(1);
    }

    /** Starts to sign in with a provider and agrees there; the path that the provider sends the browser back to. */
    String callback(String connection, String subject) throws IOException, InterruptedException {
        String signInPage = location(submit("/login/" + connection, Map.of()));
        String callback = location(send(HttpRequest.newBuilder(URI.create(signInPage + "&choice=" + subject))
                .GET()));
        return callback.substring(base.toString().length());
    }

    /** Signs in with Google. */
    HttpResponse<String> signIn(String subject) throws IOException, InterruptedException {
        get(callback("google-oauth2", subject));
        return get("/");
    }

    /** What the session cookie holds. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
