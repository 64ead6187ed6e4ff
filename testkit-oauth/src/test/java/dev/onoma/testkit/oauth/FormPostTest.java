package dev.onoma.testkit.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.Fault;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An answer through the browser")
class FormPostTest {
    private final FakeIssuer issuer = FakeIssuer.start();

    @BeforeEach
    void signIn() {
        issuer.person(Person.of("248289761001"));
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private URI authorization(String more) {
        return URI.create(issuer.uri(Endpoint.AUTHORIZATION) + "?response_type=code&client_id=" + issuer.clientId()
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback&state=a%22%26b&code_challenge=c&code_challenge_method=S256"
                + more);
    }

    @Test
    @DisplayName("is the query of a redirect, or a form that is posted, with the same parameters")
    void both() {
        String redirected = FakeBrowser.callback(authorization(""));
        String posted = FakeBrowser.callback(authorization("&response_mode=form_post"));

        assertThat(redirected).startsWith("code=").contains("&state=a%22%26b&iss=http");
        assertThat(posted.replaceFirst("code=[^&]*", "code="))
                .isEqualTo(redirected.replaceFirst("code=[^&]*", "code="));
    }

    @Test
    @DisplayName("can bring something beside the code")
    void beside() {
        issuer.sendBesideCodes(Map.of("user", "{\"name\":\"O'Neil <&>\"}"));

        assertThat(FakeBrowser.callback(authorization("&response_mode=form_post")))
                .contains("&user=%7B%22name%22%3A%22O%27Neil+%3C%26%3E%22%7D");
    }

    @Test
    @DisplayName("is none where the provider shows a page, or fails")
    void none() {
        try (FakeIssuer asking = FakeIssuer.builder().signInPage().start()) {
            URI page = URI.create(authorization("")
                    .toString()
                    .replace(
                            issuer.uri(Endpoint.AUTHORIZATION).toString(),
                            asking.uri(Endpoint.AUTHORIZATION).toString()));

            assertThatIllegalStateException()
                    .isThrownBy(() -> FakeBrowser.callback(page))
                    .withMessage("the provider shows the browser a page without a form to post");
        }
        issuer.fault(Endpoint.AUTHORIZATION, Fault.SERVER_ERROR);
        assertThatIllegalStateException()
                .isThrownBy(() -> FakeBrowser.callback(authorization("")))
                .withMessageStartingWith("the provider answers the browser with status 5");
    }
}
