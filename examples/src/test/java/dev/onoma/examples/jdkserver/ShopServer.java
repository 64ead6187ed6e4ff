package dev.onoma.examples.jdkserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.onoma.core.user.User;
import dev.onoma.examples.embedding.Site;
import dev.onoma.oauth.LoginFlow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** An application on the JDK's server that has sessions of its own. */
final class ShopServer implements Site {
    private static final String GUEST = "a guest";

    private final HttpServer server;
    private final boolean https;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    private ShopServer(HttpServer server, boolean https) {
        this.server = server;
        this.https = https;
    }

    static ShopServer start(boolean https, Function<URI, LoginFlow> flows) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ShopServer shop = new ShopServer(server, https);
            LoginFlow flow = flows.apply(shop.base());

            LoginHandler logins = new LoginHandler(flow, shop::newSession, https);
            server.createContext("/login/", logins);
            server.createContext("/callback", logins);

            server.createContext("/", shop::page);
            server.start();
            return shop;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private String newSession(User user) {
        return session(user.id().value());
    }

    private String session(String name) {
        String id = UUID.randomUUID().toString();
        sessions.put(id, name);
        return "session=" + id + "; Path=/; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "");
    }

    private void page(HttpExchange exchange) throws IOException {
        try (exchange) {
            String cookies = String.join("; ", exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
            String name = sessions.get(cookies.replaceFirst("(?s)^(?:.*; ?)?session=\"?([\\w-]+).*$", "$1"));
            if (name == null) {
                exchange.getResponseHeaders().add("Set-Cookie", session(GUEST));
            }
            String problem = exchange.getRequestURI().getQuery();
            byte[] text = (problem == null ? name == null ? GUEST : name : problem).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    @Override
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
