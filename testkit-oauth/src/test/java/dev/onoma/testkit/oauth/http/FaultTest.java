package dev.onoma.testkit.oauth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A broken HTTP answer")
class FaultTest {
    private static final String RIGHT = "{\"name\":\"Ada\",\"born\":1815}";

    private final LoopbackServer server = LoopbackServer.start(
            0,
            new LoopbackServer.Routes()
                    .add(Endpoint.USERINFO, "/me", request -> Answer.json(200, BrokenJson.object(bytes(RIGHT))))
                    .add(Endpoint.PICTURE, "/picture/", request -> Answer.text(200, "text/plain", request.path())),
            path -> path);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            EMPTY            | 200 |
            HTML             | 200 | <!doctype html><title>Error</title><p>Something is not as it should be.
            WRONG_CONTENT_TYPE | 200 | {"name":"Ada","born":1815}
            REDIRECT         | 302 |
            REDIRECT_REPEATING | 307 |
            BAD_REQUEST      | 400 | {"error":"invalid_request"}
            UNAUTHORIZED     | 401 |
            FORBIDDEN        | 403 | <!doctype html><title>Error</title><p>Something is not as it should be.
            NOT_FOUND        | 404 | <!doctype html><title>Error</title><p>Something is not as it should be.
            TOO_MANY_REQUESTS | 429 | {"error":"slow_down"}
            SERVER_ERROR     | 500 | <!doctype html><title>Error</title><p>Something is not as it should be.
            UNAVAILABLE      | 503 | <!doctype html><title>Error</title><p>Something is not as it should be.
            NOT_JSON         | 200 | access granted
            JSON_NULL        | 200 | null
            JSON_FALSE       | 200 | false
            IN_AN_ARRAY      | 200 | [{"name":"Ada","born":1815}]
            ARRAY_OF_PAIRS   | 200 | [["name","Ada"],["born",1815]]
            DUPLICATE_MEMBERS | 200 | {"name":"Ada","born":1815,"name":"again","born":"again"}
            TRAILING_TEXT    | 200 | {"name":"Ada","born":1815}{}
            """)
    @DisplayName("has a status and a body of its own")
    void bodies(Fault fault, int status, String body) throws Exception {
        HttpResponse<byte[]> response = get(fault);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(text(response)).isEqualTo(body == null ? "" : body);
    }

    @Test
    @DisplayName("bears the headers that belong to it")
    void headers() throws Exception {
        assertThat(get(Fault.WRONG_CONTENT_TYPE).headers().firstValue("Content-Type"))
                .contains("text/html");
        assertThat(get(Fault.TOO_MANY_REQUESTS).headers().firstValue("Retry-After"))
                .contains("30");
        assertThat(get(Fault.UNAVAILABLE).headers().firstValue("Retry-After")).contains("30");
        assertThat(get(Fault.UNAUTHORIZED).headers().firstValue("WWW-Authenticate"))
                .contains("Bearer");
    }

    @Test
    @DisplayName("can be JSON that a careless parser would take")
    void brokenJson() throws Exception {
        assertThat(get(Fault.BYTE_ORDER_MARK).body()).startsWith(0xEF, 0xBB, 0xBF, '{');
        assertThat(get(Fault.INVALID_UTF8).body()).contains((byte) 0xFF);
        assertThat(text(get(Fault.DEEP_NESTING))).contains("[".repeat(10_000) + "]".repeat(10_000));
        assertThat(text(get(Fault.MANY_MEMBERS))).contains("\"member_4999\":0");
    }

    @Test
    @DisplayName("can be compressed unasked, and far larger than it seems")
    void compressed() throws Exception {
        HttpResponse<byte[]> small = get(Fault.GZIP);
        HttpResponse<byte[]> bomb = get(Fault.GZIP_BOMB);

        assertThat(small.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unpacked(small)).asString(StandardCharsets.UTF_8).isEqualTo(RIGHT);
        assertThat(bomb.body()).hasSizeLessThan(100_000);
        assertThat(unpacked(bomb)).hasSize(64 << 20);
        assertThat(get(Fault.TOO_LARGE).body()).hasSize(8 << 20);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Fault.class,
            names = {"REDIRECT", "REDIRECT_REPEATING"})
    @DisplayName("can send the client elsewhere, where the right answer waits and the visit is counted")
    void redirects(Fault fault) throws Exception {
        HttpResponse<byte[]> response = get(fault);

        URI elsewhere = URI.create(response.headers().firstValue("Location").orElseThrow());
        assertThat(server.requests()).extracting(RecordedRequest::endpoint).containsExactly(Endpoint.USERINFO);
        assertThat(text(send(elsewhere))).isEqualTo(RIGHT);
        assertThat(server.requests())
                .extracting(RecordedRequest::endpoint)
                .containsExactly(Endpoint.USERINFO, Endpoint.ELSEWHERE);
    }

    @Test
    @DisplayName("can end half-way or before it began")
    void cutOff() {
        assertThatThrownBy(() -> get(Fault.TRUNCATED)).isInstanceOf(IOException.class);
        // For good: the client of the JDK repeats a GET whose connection was closed before the answer.
        server.disturbances().fault(Endpoint.USERINFO, Fault.CLOSED, Integer.MAX_VALUE);
        assertThatThrownBy(() -> send(server.uri("/me"))).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("can never come, until the server is closed")
    void silent() {
        server.disturbances().fault(Endpoint.USERINFO, Fault.SILENT, 1);
        HttpRequest request = HttpRequest.newBuilder(server.uri("/me"))
                .timeout(Duration.ofMillis(300))
                .build();

        assertThatThrownBy(() -> http.send(request, HttpResponse.BodyHandlers.ofByteArray()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    @DisplayName("can drip without end")
    void dripping() throws Exception {
        server.disturbances().fault(Endpoint.USERINFO, Fault.DRIPPING, 1);

        HttpResponse<InputStream> response =
                http.send(HttpRequest.newBuilder(server.uri("/me")).build(), HttpResponse.BodyHandlers.ofInputStream());

        try (InputStream body = response.body()) {
            assertThat(body.readNBytes(5)).containsExactly('{', ' ', ' ', ' ', ' ');
        }
    }

    @Test
    @DisplayName("comes as often as it was asked for, and then no more")
    void times() throws Exception {
        server.disturbances().fault(Endpoint.USERINFO, Fault.UNAVAILABLE, 2);

        assertThat(send(server.uri("/me")).statusCode()).isEqualTo(503);
        assertThat(send(server.uri("/me")).statusCode()).isEqualTo(503);
        assertThat(send(server.uri("/me")).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> server.disturbances().fault(Endpoint.USERINFO, Fault.EMPTY, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a fault happens at least once");
    }

    @Test
    @DisplayName("is cleared with the others, and leaves other endpoints alone")
    void cleared() throws Exception {
        server.disturbances().fault(Endpoint.USERINFO, Fault.UNAVAILABLE, 2);

        assertThat(text(send(server.uri("/picture/1")))).isEqualTo("/picture/1");
        server.disturbances().clear();
        assertThat(send(server.uri("/me")).statusCode()).isEqualTo(200);
        assertThat(send(server.uri("/nowhere")).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("waits at a gate until that is opened; the request counts when it arrives")
    void gate() throws Exception {
        Gate gate = server.disturbances().hold(Endpoint.USERINFO);
        CompletableFuture<HttpResponse<byte[]>> response = http.sendAsync(
                HttpRequest.newBuilder(server.uri("/me")).build(), HttpResponse.BodyHandlers.ofByteArray());

        gate.awaitArrivals(1, Duration.ofSeconds(10));

        assertThat(server.requests()).hasSize(1);
        assertThat(response).isNotDone();
        gate.close();
        assertThat(response.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("says when nobody came to the gate; a second gate opens the first")
    void gates() throws Exception {
        Gate first = server.disturbances().hold(Endpoint.USERINFO);
        assertThatThrownBy(() -> first.awaitArrivals(1, Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("fewer than 1 requests arrived at the gate in time");

        try (Gate second = server.disturbances().hold(Endpoint.USERINFO)) {
            second.open();
            assertThat(send(server.uri("/me")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("is not needed for a query that cannot be read: that is answered 400")
    void badEncoding() throws Exception {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri("/").getPort())) {
            socket.getOutputStream().write(bytes("GET /me?a=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
        }
    }

    @Test
    @DisplayName("and its record print no values")
    void printing() {
        RecordedRequest request = new RecordedRequest(
                Endpoint.TOKEN, "POST", "/token", Parameters.parse("code=secret&code=2", "flag"), Map.of());

        assertThat(request).hasToString("POST /token [code, flag]");
        assertThat(request.parameters("code")).containsExactly("secret", "2");
        assertThat(request.parameter("flag")).contains("");
        assertThat(new Parameters().add("code", "secret")).hasToString("Parameters[code]");
        assertThat(Answer.json(200, JsonObject.EMPTY)).hasToString("Answer[200, 2 bytes]");
    }

    private HttpResponse<byte[]> get(Fault fault) throws Exception {
        server.disturbances().fault(Endpoint.USERINFO, fault, 1);
        return send(server.uri("/me"));
    }

    private HttpResponse<byte[]> send(URI uri) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return body.readAllBytes();
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
