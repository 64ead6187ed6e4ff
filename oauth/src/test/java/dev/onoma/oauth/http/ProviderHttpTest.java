package dev.onoma.oauth.http;

import static dev.onoma.oauth.world.Loopback.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import dev.onoma.oauth.world.Loopback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ProviderHttpTest {
    private static final String SECRET = "s3cr3t";

    private static HttpException failure(HttpExchange http, HttpCall call) {
        HttpException failure = catchThrowableOfType(HttpException.class, () -> http.send(call));
        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure).hasNoCause();
        assertThat(failure.toString())
                .doesNotContain("127.0.0.1")
                .doesNotContain("/path")
                .doesNotContain(SECRET);
        return failure;
    }

    private static HttpCall get(Loopback provider) {
        return HttpCall.get(provider.uri("/path"), BodyKind.USERINFO).bearer(SECRET);
    }

    private static HttpCall post(Loopback provider) {
        return HttpCall.post(provider.uri("/path"), BodyKind.TOKEN, "code=" + SECRET);
    }

    private static ProviderHttp within(Duration time) {
        return ProviderHttp.builder()
                .limits(OAuthLimits.STANDARD.with(OAuthLimit.CALL_MILLIS, (int) time.toMillis()))
                .build();
    }

    /** Sends a byte every 20 milliseconds, for as long as somebody reads. */
    private static void drip(OutputStream out, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            out.write(' ');
            out.flush();
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static Loopback gzipped(byte[] body) {
        return Loopback.answering((request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\nContent-Length: "
                            + body.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(body);
        });
    }

    @Test
    @DisplayName("a GET brings its headers there and the answer back")
    void get() {
        try (Loopback provider = Loopback.answering(Loopback.json("{\"sub\":\"1\"}"))) {
            HttpReply reply = ProviderHttp.standard().send(get(provider));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).asString(UTF_8).isEqualTo("{\"sub\":\"1\"}");
            assertThat(reply.mediaType()).contains("application/json");
            assertThat(reply).hasToString("HttpReply[200, 11 bytes]");
            Loopback.Request request = provider.requests().get(0);
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.headers())
                    .containsEntry("authorization", "Bearer " + SECRET)
                    .containsEntry("accept", "application/json");
        }
    }

    @Test
    @DisplayName("a POST brings its form there")
    void post() {
        try (Loopback provider = Loopback.answering(Loopback.json("{}"))) {
            HttpReply reply = ProviderHttp.standard().send(post(provider));

            assertThat(reply.body()).asString(UTF_8).isEqualTo("{}");
            Loopback.Request request = provider.requests().get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.body()).isEqualTo("code=" + SECRET);
            assertThat(request.headers()).containsEntry("content-type", "application/x-www-form-urlencoded");
        }
    }

    @Test
    @DisplayName("a body that drips on cannot stretch the deadline")
    void dripping() {
        try (Loopback provider = Loopback.answering((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n".getBytes(UTF_8));
            drip(out, 2000);
        })) {
            long start = System.nanoTime();
            HttpException failure = failure(within(Duration.ofSeconds(2)), get(provider));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(failure.code()).isEqualTo("http_timeout");
            assertThat(failure).hasMessage("the userinfo response did not come to its end in time");
            assertThat(provider.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("headers that drip cannot stretch the deadline either")
    void drippingHeaders() {
        try (Loopback provider = Loopback.answering((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
            drip(out, 2000);
        })) {
            HttpException failure = failure(within(Duration.ofSeconds(2)), post(provider));

            assertThat(failure).hasMessage("the token response did not come in time");
            assertThat(provider.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("the connection of an answer that was given up is closed")
    void givenUp() throws InterruptedException {
        Object[] hungUp = new Object[1];
        Thread[] server = new Thread[1];
        try (Loopback provider = Loopback.answering((request, out) -> {
            server[0] = Thread.currentThread();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n".getBytes(UTF_8));
            try {
                drip(out, 2000);
            } catch (IOException closed) {
                hungUp[0] = closed;
            }
        })) {
            failure(within(Duration.ofSeconds(2)), get(provider));

            server[0].join(30_000);
            assertThat(hungUp[0]).isInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("the deadline that a caller names counts where it is the earlier one")
    void callersDeadline() {
        try (Loopback provider = Loopback.answering((request, out) -> drip(out, 2000))) {
            HttpException failure =
                    failure(ProviderHttp.standard(), get(provider).atMost(Duration.ofMillis(200)));

            assertThat(failure.denial().code()).isEqualTo(DenialCode.HTTP_TIMEOUT);
        }
    }

    @Test
    @DisplayName("a call without any time left is not made")
    void noTime() {
        try (Loopback provider = Loopback.answering(Loopback.json("{}"))) {
            HttpException failure =
                    failure(ProviderHttp.standard(), post(provider).atMost(Duration.ZERO));

            assertThat(failure.denial().code()).isEqualTo(DenialCode.HTTP_TIMEOUT);
            assertThat(provider.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @DisplayName("a redirect is not followed, and says that the address is wrong")
    void redirect(int status) {
        try (Loopback elsewhere = Loopback.answering(Loopback.json("{\"access_token\":\"x\"}"));
                Loopback provider = Loopback.answering("HTTP/1.1 " + status + " X\r\nLocation: "
                        + elsewhere.uri("/path") + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")) {
            HttpException failure = failure(ProviderHttp.standard(), post(provider));

            assertThat(failure)
                    .hasMessage("the token response came with status " + status
                            + ": redirects are not followed, the configured address is wrong");
            assertThat(failure.code()).isEqualTo("http_redirect");
            assertThat(elsewhere.requests()).isEmpty();
            assertThat(provider.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "204, http_unexpected_status", "206, http_unexpected_status", "400, http_client_error",
                "401, http_client_error",
        "404, http_client_error", "429, http_too_many_requests", "500, http_server_error", "503, http_server_error",
        "599, http_server_error", "600, http_client_error"
    })
    @DisplayName("every status but 200 is a typed failure, and no reason for a second POST")
    void status(int status, String code) {
        try (Loopback provider = Loopback.answering(
                status == 204 ? "HTTP/1.1 204 X\r\n\r\n" : response(status, "application/json", "{\"error\":\"x\"}"))) {
            HttpException failure = failure(ProviderHttp.standard(), post(provider));

            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure).hasMessageStartingWith("the token response came with status " + status);
            assertThat(provider.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("the answer to a refused call is there for who can read it")
    void errorReply() {
        try (Loopback provider =
                Loopback.answering(response(400, "application/json", "{\"error\":\"invalid_grant\"}"))) {
            HttpException failure = failure(ProviderHttp.standard(), post(provider));

            assertThat(failure.reply().orElseThrow().body()).asString(UTF_8).isEqualTo("{\"error\":\"invalid_grant\"}");
        }
    }

    @Test
    @DisplayName("the answer to a refused call is dropped when it is over the limit")
    void longErrorReply() {
        try (Loopback provider = Loopback.answering(response(400, "application/json", "x".repeat(64 * 1024 + 1)))) {
            HttpException failure = failure(ProviderHttp.standard(), post(provider));

            assertThat(failure.code()).isEqualTo("http_client_error");
            assertThat(failure.reply()).isEmpty();
        }
    }

    @Test
    @DisplayName("the answer to a refused call is dropped when its encoding is broken")
    void brokenErrorReply() {
        try (Loopback provider = Loopback.answering(
                "HTTP/1.1 400 X\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc")) {
            HttpException failure = failure(ProviderHttp.standard(), post(provider));

            assertThat(failure.code()).isEqualTo("http_client_error");
            assertThat(failure.reply()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a body exactly at the limit is taken, one byte more is not")
    void caps(BodyKind kind) {
        int most = OAuthLimits.STANDARD.of(kind.limit());
        try (Loopback at = Loopback.answering(Loopback.json("x".repeat(most)));
                Loopback past = Loopback.answering(Loopback.json("x".repeat(most + 1)))) {
            assertThat(ProviderHttp.standard()
                            .send(HttpCall.get(at.uri("/path"), kind))
                            .body())
                    .hasSize(most);
            HttpException failure = failure(ProviderHttp.standard(), HttpCall.get(past.uri("/path"), kind));

            assertThat(failure.code()).isEqualTo("http_too_large");
            assertThat(failure).hasMessage("the " + kind.part() + " is longer than " + most + " bytes");
            assertThat(past.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("a body that is compressed is measured as it is afterwards: at the limit")
    void gzipAtTheLimit() throws IOException {
        byte[] plain = "x".repeat(64 * 1024).getBytes(UTF_8);
        try (Loopback provider = gzipped(gzip(plain))) {
            assertThat(ProviderHttp.standard().send(post(provider)).body()).isEqualTo(plain);
        }
    }

    @Test
    @DisplayName("a small body that would become a huge one is given up at the limit")
    void bomb() throws IOException {
        byte[] bomb = gzip(new byte[64 * 1024 + 1]);
        byte[] huge = gzip(new byte[50 * 1024 * 1024]);
        try (Loopback past = gzipped(bomb);
                Loopback far = gzipped(huge)) {
            assertThat(failure(ProviderHttp.standard(), post(past)).code()).isEqualTo("http_too_large");
            assertThat(failure(ProviderHttp.standard(), post(far)).code()).isEqualTo("http_too_large");
        }
    }

    @Test
    @DisplayName("a gzip body that is cut off, and an encoding that was not asked for, are broken answers")
    void brokenEncoding() throws IOException {
        byte[] whole = gzip("{\"a\":1}".getBytes(UTF_8));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length - 10);
        try (Loopback cut = gzipped(half);
                Loopback other = Loopback.answering(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx")) {
            assertThat(failure(ProviderHttp.standard(), post(cut))).hasMessage("the answer's gzip encoding is broken");
            assertThat(failure(ProviderHttp.standard(), post(other)))
                    .hasMessage("the answer has a content encoding that was not asked for");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"acc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\n{\"acc\r\n"
            })
    @DisplayName("an answer that breaks off is not taken for a whole one")
    void truncated(String response) {
        try (Loopback provider = Loopback.answering(response)) {
            HttpException failure = failure(ProviderHttp.standard(), post(provider));

            assertThat(failure.code()).isEqualTo("http_truncated");
            assertThat(failure).hasMessage("the token response ended too early");
            assertThat(provider.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("an empty answer is none")
    void empty() {
        try (Loopback provider = Loopback.answering(Loopback.json(""))) {
            assertThat(failure(ProviderHttp.standard(), get(provider)).code()).isEqualTo("http_empty");
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            text/html; charset=utf-8, <html>
            TEXT/HTML,                {}
            application/xhtml+xml,    <html/>
            application/json,         ` \t\r\n<!DOCTYPE html>`
            """)
    @DisplayName("a page for people is not taken for an answer, whatever it calls itself")
    void html(String type, String body) {
        try (Loopback provider = Loopback.answering(response(200, type, body))) {
            assertThat(failure(ProviderHttp.standard(), post(provider)).code()).isEqualTo("http_html");
            assertThat(provider.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("a server that hangs up without an answer has seen a POST once")
    void postOnce() {
        try (Loopback provider = Loopback.answering((request, out) -> {})) {
            HttpException failure = failure(ProviderHttp.standard(), post(provider));

            assertThat(failure.code()).isEqualTo("http_unreachable");
            assertThat(provider.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("a server that hangs up without an answer has seen a GET twice at most")
    void getTwice() {
        try (Loopback provider = Loopback.answering((request, out) -> {})) {
            HttpException failure = failure(ProviderHttp.standard(), get(provider));

            assertThat(failure.code()).isEqualTo("http_unreachable");
            assertThat(provider.requests()).hasSizeBetween(1, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 503 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{"
            })
    @DisplayName("a GET is repeated once where the server is out of order or breaks off, and no more than once")
    void repeated(String response) {
        try (Loopback provider = Loopback.answering(response)) {
            failure(ProviderHttp.standard(), get(provider));

            assertThat(provider.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("a GET is tried as often as the limits say; a POST once, whatever they say")
    void tries(int most) {
        OAuthLimits limits = OAuthLimits.STANDARD.with(OAuthLimit.GET_TRIES, most);
        try (Loopback provider = Loopback.answering(response(503, "text/plain", ""))) {
            failure(ProviderHttp.builder().limits(limits).build(), get(provider));
            assertThat(provider.requests()).hasSize(most);

            failure(ProviderHttp.builder().limits(limits).build(), post(provider));
            assertThat(provider.requests()).hasSize(most + 1);
        }
    }

    @Test
    @DisplayName("the answer to a repeated GET counts")
    void secondAnswer() {
        int[] asked = {0};
        try (Loopback provider = Loopback.answering((request, out) ->
                out.write((asked[0]++ == 0 ? response(500, "text/plain", "") : Loopback.json("{}")).getBytes(UTF_8)))) {
            assertThat(ProviderHttp.standard().send(get(provider)).body())
                    .asString(UTF_8)
                    .isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429})
    @DisplayName("a GET that was refused is not repeated")
    void refused(int status) {
        try (Loopback provider = Loopback.answering(response(status, "text/plain", "x"))) {
            failure(ProviderHttp.standard(), get(provider));

            assertThat(provider.requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("a GET is not repeated when the pause would take the rest of its time")
    void noTimeForASecond() {
        try (Loopback provider = Loopback.answering((request, out) -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(170));
            out.write(response(503, "text/plain", "x").getBytes(UTF_8));
        })) {
            HttpException failure =
                    failure(ProviderHttp.standard(), get(provider).atMost(Duration.ofMillis(215)));

            assertThat(failure.code()).isIn("http_server_error", "http_timeout");
            // None when the machine is so busy that even the first did not get there in time.
            assertThat(provider.requests()).hasSizeLessThan(2);
        }
    }

    @Test
    @DisplayName("a server that is not there is a typed failure")
    void nobody() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/path");
        }

        HttpException failure = failure(ProviderHttp.standard(), HttpCall.get(nobody, BodyKind.JWKS));

        assertThat(failure.code()).isEqualTo("http_unreachable");
        assertThat(failure)
                .hasMessage("the JWK set could not be had: no connection, or one that closed without an answer");
    }

    @Test
    @DisplayName("a server that does not speak TLS is a typed failure")
    void noTls() {
        try (Loopback provider = Loopback.answering(Loopback.json("{}"))) {
            URI secure = URI.create(provider.uri("/path").toString().replace("http:", "https:"));

            HttpException failure =
                    failure(ProviderHttp.standard(), HttpCall.post(secure, BodyKind.TOKEN, "code=" + SECRET));

            assertThat(failure.code()).isEqualTo("http_unreachable");
        }
    }

    @Test
    @DisplayName("a thread that is interrupted stops waiting, and stays interrupted")
    void interrupted() {
        try (Loopback provider = Loopback.answering((request, out) -> drip(out, 2000))) {
            Thread.currentThread().interrupt();
            HttpException failure = failure(ProviderHttp.standard(), post(provider));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure).hasMessage("the token response was no longer waited for");
        }
    }

    @Test
    @DisplayName("an unreachable address fails within the time for connecting")
    void connectDeadline() {
        // A listener whose queue is full takes no more connections.
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                java.net.Socket one = new java.net.Socket(full.getInetAddress(), full.getLocalPort());
                java.net.Socket two = new java.net.Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(one.isConnected() && two.isConnected()).isTrue();
            ProviderHttp http = ProviderHttp.builder()
                    .limits(OAuthLimits.STANDARD.with(OAuthLimit.CONNECT_MILLIS, 200))
                    .build();
            Instant start = Instant.now();

            HttpException failure = failure(
                    http, HttpCall.get(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/path"), BodyKind.JWKS));

            assertThat(failure.code()).isEqualTo("http_timeout");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
