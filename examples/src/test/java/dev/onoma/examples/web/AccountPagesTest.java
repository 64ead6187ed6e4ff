package dev.onoma.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of the web example's own accounts")
class AccountPagesTest {
    private static final String ADDRESS = "mary@example.com";
    private static final String PASSWORD = "correct horse battery";

    private final WebExample example;
    private final Visitor visitor;

    AccountPagesTest() throws Exception {
        example = WebExample.start(Map.of("ONOMA_PORT", "0"));
        visitor = new Visitor(example.base());
    }

    @AfterEach
    void close() {
        example.close();
    }

    @Test
    @DisplayName("give the browser another session when it signs in with a password")
    void fixation() throws Exception {
        signUp();
        String before = visitor.session();

        visitor.submit("/login", Map.of("email", ADDRESS, "password", PASSWORD));

        assertThat(visitor.session()).isNotEqualTo(before);
        assertThat(visitor.get("/").body()).contains("<h1>mary@example.com</h1>");
    }

    @Test
    @DisplayName("take no form from a page that is not this browser's")
    void forgery() throws Exception {
        String foreign = new Visitor(example.base()).formToken();
        signUp();

        for (String path : new String[] {"/login", "/signup", "/code", "/password", "/password/new", "/confirm"}) {
            HttpResponse<String> answer =
                    visitor.post(path, foreign, Map.of("email", ADDRESS, "password", PASSWORD, "chosen", PASSWORD));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("change nothing for whoever opens a link, or has not signed in")
    void strangers() throws Exception {
        assertThat(visitor.get("/code/link?token=made-up").body()).contains("value=\"made-up\"", "Sign in</button>");
        assertThat(visitor.get("/confirm?token=%22%3E%3Cscript%3E").body()).doesNotContain("script>", "name=\"token\"");
        assertThat(Visitor.location(visitor.get("/password"))).isEqualTo("/login");
        assertThat(Visitor.location(visitor.submit("/password", Map.of()))).isEqualTo("/login");
        assertThat(Visitor.location(visitor.submit("/confirm/again", Map.of()))).isEqualTo("/login");
        assertThat(visitor.submit("/code/link", Map.of("token", "made-up")).body())
                .contains("That is wrong, used");
        assertThat(visitor.submit("/confirm", Map.of("token", "made-up")).body())
                .contains("That link was used");
    }

    @Test
    @DisplayName("say what is the matter with an address, and with too many messages")
    void messages() throws Exception {
        assertThat(visitor.submit("/code", Map.of("email", "mary")).body()).contains("Write an e-mail address");
        assertThat(visitor.submit("/password/forgotten", Map.of("email", "mary"))
                        .body())
                .contains("Write an e-mail address");
        for (int message = 0; message < 5; message++) {
            assertThat(visitor.submit("/code", Map.of("email", ADDRESS)).statusCode())
                    .isEqualTo(303);
        }

        assertThat(visitor.submit("/code", Map.of("email", ADDRESS)).body()).contains("Too many messages");
        assertThat(visitor.submit("/password/forgotten", Map.of("email", ADDRESS))
                        .body())
                .contains("Too many messages");
    }

    @Test
    @DisplayName("are not there, and neither is the mailbox, where no provider is simulated")
    void real() throws Exception {
        try (WebExample real = WebExample.start(Map.of(
                "ONOMA_PORT", "0",
                "ONOMA_GOOGLE_CLIENT_ID", "google-id",
                "ONOMA_GOOGLE_CLIENT_SECRET", "google-secret",
                "ONOMA_FACEBOOK_CLIENT_ID", "1234",
                "ONOMA_FACEBOOK_CLIENT_SECRET", "facebook-secret"))) {
            Visitor guest = new Visitor(real.base());

            assertThat(guest.get("/").body()).doesNotContain("mailbox", "/signup", "Password");
            for (String path : new String[] {"/mailbox", "/signup", "/login", "/code", "/password/forgotten"}) {
                assertThat(guest.get(path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    private void signUp() throws Exception {
        visitor.submit("/signup", Map.of("email", ADDRESS, "chosen", PASSWORD));
    }
}
