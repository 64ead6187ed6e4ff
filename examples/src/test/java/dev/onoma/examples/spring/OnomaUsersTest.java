package dev.onoma.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.administration.Administration;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.login.Login;
import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.examples.embedding.TomcatSite;
import dev.onoma.examples.embedding.WebBrowser;
import dev.onoma.providers.github.GitHub;
import dev.onoma.providers.oidc.Oidc;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.FakeOAuth;
import dev.onoma.testkit.oauth.FakeProvider;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import jakarta.servlet.Filter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.context.support.GenericWebApplicationContext;

@DisplayName("A user whom Spring Security has authenticated")
class OnomaUsersTest {
    private static final UserId ADA = UserId.of("oidc|demo|248289761001");

    private final FakeIssuer issuer = FakeIssuer.start();
    private final FakeOAuth github = FakeOAuth.builder("/authorize", "/access_token")
            .profile("/user", person -> person.claims().with("id", JsonNumber.of(person.subject())))
            .start();
    private final InMemoryUserStore store = new InMemoryUserStore();
    private final List<Connection> connections = List.of(
            Oidc.connection("demo", issuer.issuer()).build(),
            GitHub.connection("github").build());
    private final List<Login> logins = new ArrayList<>();
    private final List<LoginResult> results = new ArrayList<>();
    private final GenericWebApplicationContext spring = new GenericWebApplicationContext();
    private final WebBrowser browser = new WebBrowser();

    @BeforeEach
    void signIn() {
        issuer.person(Person.of("248289761001")
                .with("name", "Ada Lovelace")
                .with("email", "ada@example.org")
                .with("email_verified", true)
                .with("onoma_user_id", "oidc|demo|somebody-else"));
        github.person(Person.of("58172904").with("login", "ana-lovric").with("onoma_user_id", "github|1"));
    }

    @AfterEach
    void close() {
        spring.close();
        issuer.close();
        github.close();
    }

    private TomcatSite start(Path folder) {
        LoginProcessor processor = LoginProcessor.builder(store)
                .connection(connections.get(0))
                .connection(connections.get(1))
                .listener((login, result) -> {
                    logins.add(login);
                    results.add(result);
                })
                .build();
        new AnnotatedBeanDefinitionReader(spring).register(ShopSecurity.class);
        spring.registerBean(LoginProcessor.class, () -> processor);
        spring.registerBean(
                ClientRegistrationRepository.class,
                () -> new InMemoryClientRegistrationRepository(
                        registration("demo", issuer)
                                .scope("openid", "email")
                                .issuerUri(issuer.issuer())
                                .jwkSetUri(issuer.uri(Endpoint.JWKS).toString())
                                .userNameAttributeName("sub")
                                .build(),
                        registration("github", github)
                                .scope("read:user")
                                .userNameAttributeName("id")
                                .build()));
        spring.refresh();
        return TomcatSite.start(folder, false, base -> spring.getBean("springSecurityFilterChain", Filter.class));
    }

    private static ClientRegistration.Builder registration(String name, FakeProvider provider) {
        return ClientRegistration.withRegistrationId(name)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .authorizationUri(provider.uri(Endpoint.AUTHORIZATION).toString())
                .tokenUri(provider.uri(Endpoint.TOKEN).toString())
                .userInfoUri(provider.uri(Endpoint.USERINFO).toString());
    }

    private HttpResponse<String> logIn(TomcatSite site, String registration) {
        return browser.open(URI.create(site.base() + "/oauth2/authorization/" + registration));
    }

    @Test
    @DisplayName("by OpenID Connect is a user of Onoma, under whose id Spring knows it, whatever the claims are called")
    void openIdConnect(@TempDir Path folder) {
        try (TomcatSite site = start(folder)) {
            HttpResponse<String> page = logIn(site, "demo");

            User user = store.find(ADA).orElseThrow().user();
            assertThat(page.body()).isEqualTo(ADA.value());
            assertThat(user.name()).contains("Ada Lovelace");
            assertThat(user.isEmailVerified()).isTrue();
        }
    }

    @Test
    @DisplayName("by OpenID Connect brings the id_token and the userinfo that Spring has checked, as what they are")
    void evidence(@TempDir Path folder) {
        try (TomcatSite site = start(folder)) {
            logIn(site, "demo");

            assertThat(logins.get(0).claims().sources())
                    .extracting(source -> source.evidence())
                    .containsExactly(Evidence.VERIFIED_ID_TOKEN, Evidence.USERINFO_RESPONSE);
            assertThat(issuer.requests(Endpoint.USERINFO)).hasSize(1);
        }
    }

    @Test
    @DisplayName("by plain OAuth 2.0 is one as well")
    void plainOAuth(@TempDir Path folder) {
        try (TomcatSite site = start(folder)) {
            HttpResponse<String> page = logIn(site, "github");

            assertThat(page.body()).isEqualTo("github|58172904");
            assertThat(logins.get(0).claims().sources())
                    .extracting(source -> source.evidence())
                    .containsExactly(Evidence.USERINFO_RESPONSE);
            assertThat(results.get(0).orElseThrow().text(RootAttribute.NICKNAME))
                    .contains("ana-lovric");
        }
    }

    @Test
    @DisplayName("is not changed by a later token of another time and nonce")
    void laterLogin(@TempDir Path folder) {
        try (TomcatSite site = start(folder)) {
            logIn(site, "demo");
            logIn(site, "demo");

            assertThat(results.get(1))
                    .isInstanceOfSatisfying(
                            LoginResult.Accepted.class,
                            second -> assertThat(second.outcome()).isEqualTo(LoginOutcome.UNCHANGED));
        }
    }

    @Test
    @DisplayName("gets another session id when it logs in")
    void fixation(@TempDir Path folder) {
        try (TomcatSite site = start(folder)) {
            browser.open(URI.create(site.base() + "/login"));
            browser.open(URI.create(site.base() + "/basket"));
            String guests = browser.cookie("JSESSIONID");

            logIn(site, "demo");

            assertThat(guests).isNotEmpty();
            assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(guests);
        }
    }

    @Test
    @DisplayName("is refused in Spring's own way, by the public code")
    void blocked(@TempDir Path folder) {
        try (TomcatSite site = start(folder)) {
            logIn(site, "demo");
            Administration.over(store, Connections.of(connections.get(0)))
                    .block(ADA)
                    .orElseThrow();

            HttpResponse<String> page = new WebBrowser().open(URI.create(site.base() + "/oauth2/authorization/demo"));

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body())
                    .contains(results.get(1).refusal().orElseThrow().publicCode())
                    .doesNotContain("user_blocked");
        }
    }

    @Test
    @DisplayName("is none of Onoma's when Spring refuses the token")
    void wrongAudience(@TempDir Path folder) {
        issuer.misbehave(Misbehaviour.WRONG_AUDIENCE);
        try (TomcatSite site = start(folder)) {
            HttpResponse<String> page = logIn(site, "demo");

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(results).isEmpty();
        }
    }
}
