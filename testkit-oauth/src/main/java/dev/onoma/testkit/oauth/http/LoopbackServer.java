package dev.onoma.testkit.oauth.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * An HTTP server on 127.0.0.1 that keeps a record of every request, and whose endpoints can be broken or held. For
 * tests and demonstrations only: it has no TLS. Thread-safe.
 */
public final class LoopbackServer implements AutoCloseable {
    /** What an endpoint says. */
    @FunctionalInterface
    public interface Responder {
        /** The right answer to a request. Called by several threads at once. */
        Answer answer(RecordedRequest request);
    }

    private record Route(Endpoint endpoint, Responder responder) {}

    private static final int LONGEST_FORM = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::daemon);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Route> routes;
    private final UnaryOperator<String> canonicalPath;
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final Disturbances disturbances = new Disturbances();
    private volatile Answer elsewhere = Answer.empty(404);

    private LoopbackServer(HttpServer server, Map<String, Route> routes, UnaryOperator<String> canonicalPath) {
        this.server = server;
        this.routes = routes;
        this.canonicalPath = canonicalPath;
    }

    /** The paths of a server that is yet to start. */
    public static final class Routes {
        private final Map<String, Route> routes = new TreeMap<>();

        /** No paths yet. */
        public Routes() {}

        /** Adds an endpoint: an exact path, or one that ends in a slash for all paths below it. */
        public Routes add(Endpoint endpoint, String path, Responder responder) {
            routes.put(path, new Route(endpoint, responder));
            return this;
        }
    }

    /**
     * Starts a server.
     *
     * @param port its port, or 0 for any that is free
     * @param canonicalPath what a path is looked up by, such as the path without its version
     */
    public static LoopbackServer start(int port, Routes routes, UnaryOperator<String> canonicalPath) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback(), port), 0);
            Map<String, Route> known = new LinkedHashMap<>(routes.routes);
            LoopbackServer loopback = new LoopbackServer(server, known, canonicalPath);
            known.put("/elsewhere", new Route(Endpoint.ELSEWHERE, request -> loopback.elsewhere));
            server.createContext("/", loopback::handle);
            server.setExecutor(loopback.threads);
            server.start();
            return loopback;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The address of a path of this server. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** All requests so far, in the order they arrived. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** What is to go wrong. */
    public Disturbances disturbances() {
        return disturbances;
    }

    /** Forgets the requests so far. */
    public void forgetRequests() {
        requests.clear();
    }

    /** Stops at once: open connections are closed, whatever they wait for. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            respond(exchange);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void respond(HttpExchange exchange) throws IOException, InterruptedException {
        Route route = route(exchange.getRequestURI().getPath());
        RecordedRequest request;
        try {
            request = record(exchange, route.endpoint());
        } catch (IllegalArgumentException badEncoding) {
            AnswerWriting.write(exchange, Answer.oauthError(400, "invalid_request"));
            return;
        }
        requests.add(request);
        disturbances.pass(request.endpoint());
        Fault fault = disturbances.next(request.endpoint()).orElse(null);
        if (fault == Fault.CLOSED) {
            return;
        }
        if (fault == Fault.SILENT) {
            closed.await();
            return;
        }
        Answer right = answer(route, request);
        if (fault == null) {
            AnswerWriting.write(exchange, right);
        } else {
            elsewhere = right;
            AnswerWriting.writeBroken(exchange, fault, right, uri("/elsewhere").toString(), closed);
        }
    }

    /** A test that forgot something should read what, and not find a connection closed. */
    private static Answer answer(Route route, RecordedRequest request) {
        try {
            return route.responder().answer(request);
        } catch (IllegalStateException | IllegalArgumentException wrongUse) {
            return Answer.text(500, "text/plain; charset=utf-8", String.valueOf(wrongUse.getMessage()));
        }
    }

    private Route route(String path) {
        String canonical = canonicalPath.apply(path);
        Route exact = routes.get(canonical);
        if (exact != null) {
            return exact;
        }
        return routes.entrySet().stream()
                .filter(route -> route.getKey().endsWith("/") && canonical.startsWith(route.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> new Route(Endpoint.ELSEWHERE, request -> Answer.empty(404)));
    }

    private static RecordedRequest record(HttpExchange exchange, Endpoint endpoint) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_FORM);
        boolean form = type != null && type.startsWith("application/x-www-form-urlencoded");
        URI uri = exchange.getRequestURI();
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new RecordedRequest(
                endpoint,
                exchange.getRequestMethod(),
                uri.getRawPath(),
                Parameters.parse(uri.getRawQuery(), form ? new String(body, StandardCharsets.UTF_8) : null),
                Map.copyOf(headers));
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "onoma-loopback");
        thread.setDaemon(true);
        return thread;
    }
}
