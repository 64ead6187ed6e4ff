package dev.onoma.testkit.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sign-in page")
class SignInPageTest {
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\"");

    private final FakeIssuer issuer =
            FakeIssuer.builder().signInPage().name("Simulated <Issuer>").start();
    private final RelyingParty client = new RelyingParty(issuer);

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    @DisplayName("shows everybody with an account, as text and never as markup")
    void shows() {
        issuer.person(Person.of("1").with("name", "Ada <b>Lovelace</b>").with("email", "ada@example.org"));
        issuer.person(Person.of("2"));

        HttpResponse<String> page = page();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Simulated &lt;Issuer&gt;", "Ada &lt;b&gt;Lovelace&lt;/b&gt;", "ada@example.org", "Cancel")
                .doesNotContain("<b>");
        assertThat(links(page)).hasSize(3);
    }

    @Test
    @DisplayName("signs in whom the browser chooses")
    void chooses() {
        issuer.person(Person.of("1"));
        issuer.person(Person.of("2"));

        HttpResponse<String> chosen = client.get(links(page()).get(0));

        String location = chosen.headers().firstValue("Location").orElseThrow();
        String code = location.replaceAll(".*[?&]code=([^&]*).*", "$1");
        String token = RelyingParty.text(RelyingParty.object(client.redeem(code).body()), "id_token");
        assertThat(RelyingParty.text(RelyingParty.claims(token), "sub")).isEqualTo("1");
    }

    @Test
    @DisplayName("sends back whoever cancels, with access_denied and the state")
    void cancels() {
        HttpResponse<String> cancelled = client.get(links(page()).get(0));

        assertThat(cancelled.headers().firstValue("Location").orElseThrow())
                .contains("error=access_denied", "state=the-state")
                .doesNotContain("code=");
    }

    private HttpResponse<String> page() {
        return client.get(
                Endpoint.AUTHORIZATION, "?" + client.authorizationRequest().encoded());
    }

    private List<URI> links(HttpResponse<String> page) {
        Matcher matcher = LINK.matcher(page.body());
        return matcher.results()
                .map(found -> issuer.uri(Endpoint.AUTHORIZATION)
                        .resolve(found.group(1).replace("&amp;", "&")))
                .toList();
    }
}
