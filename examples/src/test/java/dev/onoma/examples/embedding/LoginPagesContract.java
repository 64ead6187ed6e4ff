package dev.onoma.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.providers.oidc.Oidc;
import dev.onoma.testkit.login.Visitor;
import dev.onoma.testkit.oauth.FakeBrowser;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What pages that log somebody in keep, in whatever server they are. */
public abstract class LoginPagesContract {
    private final FakeIssuer issuer = FakeIssuer.start();
    private final WebBrowser browser = new WebBrowser();

    protected LoginPagesContract() {
        issuer.person(Person.of("248289761001").with("email", "ada@example.org"));
    }

    /**
     * An application, each page of which says who is signed in or {@code a guest}.
     *
     * @param https whether browsers reach it by https, through a proxy
     * @param flow made for the application's address; its callback is at {@code /callback}
     */
    protected abstract Site start(boolean https, Function<URI, LoginFlow> flow);

    /** Where a login with a connection begins that ends at {@code /basket}. */
    protected abstract String loginPath(String connection);

    /** The cookie that a visitor is known by. */
    protected abstract String sessionCookie();

    private LoginFlow flow(URI base, Consumer<LoginClient.Builder> request) {
        Connection connection = Oidc.connection("demo", issuer.issuer()).build();
        OidcLogin demo = OidcLogin.of(
                        Visitor.metadata(issuer), connection, issuer.clientId(), URI.create(base + "/callback"))
                .secret(issuer.clientSecret())
                .request(request)
                .build();
        LoginProcessor processor = LoginProcessor.builder(new InMemoryUserStore())
                .connection(connection)
                .build();
        return LoginFlow.builder(processor, TransactionKey.random())
                .client(demo.client())
                .build();
    }

    private Site site(boolean https) {
        return start(https, base -> flow(base, client -> {}));
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private static HttpResponse<String> get(Site site, String path) {
        return WebBrowser.once(HttpRequest.newBuilder(URI.create(site.base() + path)));
    }

    private static String handleCookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("login="))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("a guest who logs in is a user, at the page that was asked for, in a session of another id")
    void login() {
        try (Site site = site(false)) {
            String before = browser.open(URI.create(site.base() + "/")).body();
            String guestsSession = browser.cookie(sessionCookie());

            HttpResponse<String> after = browser.open(URI.create(site.base() + loginPath("demo")));

            assertThat(before).isEqualTo("a guest");
            assertThat(after.body()).isEqualTo("oidc|demo|248289761001");
            assertThat(after.uri().getPath()).isEqualTo("/basket");
            assertThat(guestsSession).isNotEmpty();
            assertThat(browser.cookie(sessionCookie())).isNotEmpty().isNotEqualTo(guestsSession);
        }
    }

    @Test
    @DisplayName("the id of the session before is nobody's after")
    void fixation() {
        try (Site site = site(false)) {
            browser.open(URI.create(site.base() + "/"));
            String guests = sessionCookie() + "=" + browser.cookie(sessionCookie());
            browser.open(URI.create(site.base() + loginPath("demo")));

            HttpResponse<String> attacker = WebBrowser.once(
                    HttpRequest.newBuilder(URI.create(site.base() + "/")).header("Cookie", guests));

            assertThat(attacker.body()).isEqualTo("a guest");
        }
    }

    @Test
    @DisplayName("no script reads the cookies of login and session, and no other site's form brings them along")
    void cookies() {
        try (Site site = site(false)) {
            assertThat(handleCookie(get(site, loginPath("demo"))))
                    .matches("login=[\\w-]+; Path=/; Max-Age=600; HttpOnly; SameSite=Lax");
            assertThat(get(site, "/").headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith(sessionCookie() + "=")
                    .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                    .doesNotContain("Secure");
        }
    }

    @Test
    @DisplayName("behind https, cookies go over nothing else")
    void https() {
        try (Site site = site(true)) {
            assertThat(handleCookie(get(site, loginPath("demo")))).endsWith("; SameSite=Lax; Secure");
            assertThat(get(site, "/").headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("; Secure");
        }
    }

    @Test
    @DisplayName("an answer that the provider's page posts finds the login's cookie, and logs in")
    void formPost() {
        try (Site site = start(true, base -> flow(base, LoginClient.Builder::formPost))) {
            HttpResponse<String> start = get(site, loginPath("demo"));
            String cookie = handleCookie(start);
            String form = FakeBrowser.callback(
                    URI.create(start.headers().firstValue("Location").orElseThrow()));

            HttpResponse<String> answer = WebBrowser.once(HttpRequest.newBuilder(URI.create(site.base() + "/callback"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                    .POST(BodyPublishers.ofString(form)));

            assertThat(cookie).endsWith("; SameSite=None; Secure");
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/basket");
        }
    }

    @Test
    @DisplayName("a person who turns back is told so by a public code")
    void denied() {
        issuer.misbehave(Misbehaviour.ACCESS_DENIED);
        try (Site site = site(false)) {
            HttpResponse<String> answer = browser.open(URI.create(site.base() + loginPath("demo")));

            assertThat(answer.body()).contains("access_denied");
            assertThat(browser.open(URI.create(site.base() + "/")).body()).isEqualTo("a guest");
        }
    }

    @Test
    @DisplayName("a callback in another browser than the login began in logs nobody in")
    void otherBrowser() {
        try (Site site = site(false)) {
            String callback = FakeBrowser.callback(URI.create(get(site, loginPath("demo"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow()));

            HttpResponse<String> answer = browser.open(URI.create(site.base() + "/callback?" + callback));

            assertThat(answer.body()).contains("login_restart");
            assertThat(browser.open(URI.create(site.base() + "/")).body()).isEqualTo("a guest");
        }
    }

    @Test
    @DisplayName("there is no page of a connection that nobody set up")
    void unknownConnection() {
        try (Site site = site(false)) {
            assertThat(get(site, loginPath("elsewhere")).statusCode()).isEqualTo(404);
        }
    }
}
