package dev.onoma.examples.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.testkit.oauth.Person;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The web example")
class WebExampleTest {
    private static final String ADA = "103547991597142817347";

    private final WebExample example;
    private final Visitor visitor;

    WebExampleTest() throws Exception {
        example = WebExample.start(Map.of("ONOMA_PORT", "0"));
        visitor = new Visitor(example.base());
    }

    @AfterEach
    void close() {
        example.close();
    }

    @Test
    @DisplayName("signs in, and shows the profile")
    void signsIn() throws Exception {
        HttpResponse<String> page = visitor.signIn(ADA);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Ada Lovelace</h1>", "A user was created.");
    }

    @Test
    @DisplayName("keeps browsers on its side: no foreign scripts, frames, referrers or caches")
    void headers() throws Exception {
        HttpResponse<String> page = visitor.get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "script-src");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    @DisplayName("takes no form from a page that is not this browser's")
    void forgery() throws Exception {
        String foreign = new Visitor(example.base()).formToken();
        visitor.signIn(ADA);

        assertThat(visitor.post("/logout", foreign, Map.of()).statusCode()).isEqualTo(403);
        assertThat(visitor.post("/logout", "", Map.of()).statusCode()).isEqualTo(403);
        assertThat(visitor.get("/").body()).contains("<h1>Ada Lovelace</h1>");
    }

    @Test
    @DisplayName("signs in and out by POST alone")
    void postOnly() throws Exception {
        assertThat(visitor.get("/login/google-oauth2").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/logout").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("gives the browser another session when it signs in, and again when it signs out")
    void fixation() throws Exception {
        visitor.get("/");
        String before = visitor.session();
        visitor.signIn(ADA);
        String signedIn = visitor.session();
        visitor.submit("/logout", Map.of());

        assertThat(signedIn).isNotEqualTo(before);
        assertThat(visitor.session()).isNotEqualTo(signedIn);
        assertThat(visitor.get("/").body()).contains("Sign in with Google");
    }

    @Test
    @DisplayName("signs nobody in by a callback that another browser started, or that was used before")
    void callbacks() throws Exception {
        String callback = visitor.callback("google-oauth2", ADA);
        Visitor other = new Visitor(example.base());
        other.get("/");

        other.get(callback);
        assertThat(other.get("/").body()).contains("Start again.", "Sign in with Google");
        visitor.get(callback);
        assertThat(visitor.get("/").body()).contains("<h1>Ada Lovelace</h1>");
        visitor.get(callback);
        assertThat(visitor.get("/").body()).contains("Start again.");
    }

    @Test
    @DisplayName("does not lose a login that waits for its answer to a made-up one")
    void madeUp() throws Exception {
        String callback = visitor.callback("google-oauth2", ADA);

        visitor.get("/callback/google-oauth2?code=made-up&state=made-up");
        assertThat(visitor.get("/").body()).contains("Start again.");
        visitor.get(callback);

        assertThat(visitor.get("/").body()).contains("<h1>Ada Lovelace</h1>");
    }

    @Test
    @DisplayName("shows a name that is markup as text")
    void escaping() throws Exception {
        example.simulation()
                .orElseThrow()
                .google()
                .person(Person.of("666")
                        .with("name", "<script>alert('1')</script>\" onload=\"x")
                        .with("email", "a@example.com"));

        HttpResponse<String> page = visitor.signIn("666");

        assertThat(page.body())
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x")
                .doesNotContain("<script", "onload=\"");
    }

    @Test
    @DisplayName("changes a name at a stand-in for whose account it is, and for nobody else")
    void elsewhere() throws Exception {
        visitor.signIn(ADA);

        visitor.submit("/elsewhere/google-oauth2", Map.of("subject", "108204268033311374519", "name", "Ada"));
        String foreign = visitor.get("/").body();
        visitor.submit("/elsewhere/google-oauth2", Map.of("subject", ADA, "name", "Ada King"));

        assertThat(foreign).contains("There is no such account of yours.");
        assertThat(visitor.signIn(ADA).body()).contains("<h1>Ada King</h1>");
    }

    @Test
    @DisplayName("links nothing for whoever has not signed in, and knows only its own paths")
    void strangers() throws Exception {
        visitor.submit("/link/facebook", Map.of());

        assertThat(visitor.get("/").body()).contains("Sign in before you link an account.");
        assertThat(visitor.submit("/login/nowhere", Map.of()).statusCode()).isEqualTo(404);
        assertThat(visitor.submit("/nowhere", Map.of()).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(visitor.submit("/policy", Map.of("policy", "whatever")).statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/").body()).contains("There is no such policy.");
    }

    @Test
    @DisplayName("links no account that is the user's already")
    void sameUser() throws Exception {
        visitor.signIn(ADA);
        String page = Visitor.location(visitor.submit("/link/google-oauth2", Map.of()));
        String callback = Visitor.location(visitor.get(page + "&choice=" + ADA));
        visitor.get(callback);

        assertThat(visitor.get("/").body()).contains("That account is yours already.", "<h1>Ada Lovelace</h1>");
    }

    @Test
    @DisplayName("answers under its own name alone, and only forms of a decent size")
    void badRequests() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")).startsWith("HTTP/1.1 421");
        assertThat(raw("PUT / HTTP/1.1\r\nHost: " + example.base().getAuthority() + "\r\nContent-Length: 0\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(visitor.post("/name", "%zz", Map.of()).statusCode()).isEqualTo(400);
        assertThat(visitor.submit("/name", Map.of("name", "x".repeat(20_000))).statusCode())
                .isEqualTo(413);
    }

    @Test
    @DisplayName("goes to the real providers when they are registered, and says when a registration is half")
    void real() throws Exception {
        assertThatThrownBy(() -> WebExample.start(Map.of("ONOMA_PORT", "0", "ONOMA_GOOGLE_CLIENT_ID", "id")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ONOMA_GOOGLE_CLIENT_ID and ONOMA_GOOGLE_CLIENT_SECRET are set both, or neither");

        try (WebExample real = WebExample.start(Map.of(
                "ONOMA_PORT", "0",
                "ONOMA_GOOGLE_CLIENT_ID", "google-id",
                "ONOMA_GOOGLE_CLIENT_SECRET", "google-secret",
                "ONOMA_FACEBOOK_CLIENT_ID", "1234",
                "ONOMA_FACEBOOK_CLIENT_SECRET", "facebook-secret"))) {
            Visitor guest = new Visitor(real.base());

            assertThat(real.simulation()).isEmpty();
            assertThat(guest.get("/").body()).doesNotContain("stand-in");
            assertThat(Visitor.location(guest.submit("/login/google-oauth2", Map.of())))
                    .startsWith("https://accounts.google.com/o/oauth2/v2/auth?")
                    .contains("client_id=google-id", "code_challenge_method=S256");
            assertThat(Visitor.location(guest.submit("/login/facebook", Map.of())))
                    .startsWith("https://www.facebook.com/v")
                    .contains("client_id=1234");
        }
    }

    private String raw(String request) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), example.base().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        }
    }
}
