package dev.onoma.examples.web.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The web around the application, on the JDK's server: cookies, forms that only our own pages can post, and the headers
 * that keep a browser on our side.
 */
public final class WebServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WebServer.class.getName());
    private static final int LONGEST_FORM = 16 << 10;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Sessions sessions;
    private final Cookie cookie;
    private final String host;
    private final String contentPolicy;
    private final Function<WebRequest, WebResponse> application;

    private WebServer(
            HttpServer server,
            URI base,
            List<String> providers,
            Sessions sessions,
            Function<WebRequest, WebResponse> application) {
        this.server = server;
        this.sessions = sessions;
        this.host = base.getAuthority();
        this.cookie = new Cookie(base.getScheme().equals("https"));
        // A form that signs in is answered by a redirect to the provider, which browsers count as the form's target.
        this.contentPolicy =
                "default-src 'none'; style-src 'self'; img-src 'self' https: " + String.join(" ", providers)
                        + "; form-action 'self' " + String.join(" ", providers)
                        + "; base-uri 'none'; frame-ancestors 'none'";
        this.application = application;
    }

    /**
     * Starts the server.
     *
     * @param server a server that is bound
     * @param base the address that browsers know it by
     * @param providers the origins that its pages may send a browser to, and show pictures of
     * @param application what answers
     */
    public static WebServer start(
            HttpServer server,
            URI base,
            List<String> providers,
            Sessions sessions,
            Function<WebRequest, WebResponse> application) {
        WebServer web = new WebServer(server, base, providers, sessions, application);
        server.createContext("/", web::handle);
        server.setExecutor(web.threads);
        server.start();
        return web;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, answer(exchange));
        }
    }

    private WebResponse answer(HttpExchange exchange) throws IOException {
        try {
            return respond(exchange);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "a request could not be answered", fault);
            return WebResponse.error(500, "Something went wrong here. Try again.");
        }
    }

    private WebResponse respond(HttpExchange exchange) throws IOException {
        // Another site's name for this address would share our cookies' trust with that site (DNS rebinding).
        if (!host.equals(exchange.getRequestHeaders().getFirst("Host"))) {
            return WebResponse.error(421, "This application has another address.");
        }
        Optional<Session> known = cookie.read(exchange.getRequestHeaders()).flatMap(sessions::find);
        Session session = known.orElseGet(sessions::open);
        WebResponse response = respond(exchange, session);
        return known.isEmpty() && response.session().isEmpty() ? response.with(session) : response;
    }

    private WebResponse respond(HttpExchange exchange, Session session) throws IOException {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("POST")) {
            return WebResponse.error(405, "GET and POST are all there is.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_FORM + 1);
        if (body.length > LONGEST_FORM) {
            return WebResponse.error(413, "That form is too long.");
        }
        Map<String, String> form;
        try {
            form = form(new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException badEncoding) {
            return WebResponse.error(400, "That form cannot be read.");
        }
        if (method.equals("POST") && !session.isFormToken(form.getOrDefault("form_token", ""))) {
            return WebResponse.error(403, "That form is not from a page of yours. Go back, reload it and try again.");
        }
        URI uri = exchange.getRequestURI();
        String userAgent = exchange.getRequestHeaders().getFirst("User-Agent");
        return application.apply(new WebRequest(
                method,
                uri.getPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                form,
                session,
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                userAgent == null ? "" : userAgent));
    }

    private void write(HttpExchange exchange, WebResponse response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", response.type());
        headers.set("Content-Security-Policy", contentPolicy);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        response.location().ifPresent(location -> headers.set("Location", location));
        response.session().ifPresent(session -> headers.add("Set-Cookie", cookie.write(session.id())));
        byte[] body = response.bytes();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> form(String encoded) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : encoded.isEmpty() ? new String[0] : encoded.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    /**
     * The session's cookie.
     *
     * @param isSecure whether browsers reach us by https; on plain loopback not every browser takes a Secure cookie
     */
    private record Cookie(boolean isSecure) {
        private String name() {
            return isSecure ? "__Host-session" : "session";
        }

        /** Lax: the browser has to bring it along when a provider sends it back to us. */
        private String write(String id) {
            return name() + "=" + id + "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "");
        }

        private Optional<String> read(Headers headers) {
            List<String> all = new ArrayList<>(headers.getOrDefault("Cookie", List.of()));
            return all.stream()
                    .flatMap(header -> List.of(header.split("; *", -1)).stream())
                    .filter(pair -> pair.startsWith(name() + "="))
                    .map(pair -> pair.substring(name().length() + 1))
                    .findFirst();
        }
    }
}
