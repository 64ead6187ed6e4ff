package dev.onoma.examples.jdkserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.onoma.core.user.User;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Logins at {@code /login/CONNECTION?PATH} and {@code /callback}, to be a context's handler under both. Thread-safe.
 *
 * @param flow with the clients
 * @param newSession begins a session of the user's, and gives the {@code Set-Cookie} header with its id: a new one at
 *     each call, so that whoever knew the visitor's session before does not know the user's
 * @param https whether browsers reach the application by https, if only as far as the proxy in front of it
 */
public record LoginHandler(LoginFlow flow, Function<User, String> newSession, boolean https) implements HttpHandler {
    private static final Pattern HANDLE = Pattern.compile("(?:^|; ?)login=([^;]*)");

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            int status = path.equals("/callback") ? finish(exchange) : start(exchange, path.replace("/login/", ""));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int start(HttpExchange exchange, String connection) {
        if (!flow.connections().contains(connection)) {
            return 404;
        }
        StartedLogin started = flow.start(
                connection, requireNonNullElse(exchange.getRequestURI().getQuery(), ""));
        return go(exchange, started.redirectUri().toString(), started.cookie("login", https));
    }

    private int finish(HttpExchange exchange) throws IOException {
        String parameters = exchange.getRequestMethod().equals("POST")
                ? new String(exchange.getRequestBody().readNBytes(1 << 18), UTF_8)
                : requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        List<String> cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
        Matcher handle = HANDLE.matcher(String.join("; ", cookies));
        String address = exchange.getRemoteAddress().getAddress().getHostAddress();
        LoginAnswer answer = flow.finish(Callback.parse(parameters).ip(address), handle.find() ? handle.group(1) : "");
        return answer.user().isEmpty()
                ? go(exchange, "/sign-in?problem=" + answer.publicCode().orElse(""), "login=; Max-Age=0; Path=/")
                : go(
                        exchange,
                        answer.returnTo().orElse("/"),
                        newSession.apply(answer.user().get()));
    }

    private static int go(HttpExchange exchange, String location, String cookie) {
        exchange.getResponseHeaders().add("Set-Cookie", cookie);
        exchange.getResponseHeaders().set("Location", location);
        return 303;
    }
}
