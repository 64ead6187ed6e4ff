package dev.onoma.examples.guide;

import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.testkit.assertions.OnomaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.examples.readme.JavaBlocks;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.providers.linkedin.LinkedIn;
import dev.onoma.providers.linkedin.live.LinkedInLogin;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.login.Visitor;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.FakeOAuth;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The guide to adding a provider")
class GuideTest {
    private static final String PAGE = "docs/adding-a-provider.md";

    private static final URI CALLBACK = URI.create("http://127.0.0.1/callback");

    private final TestClock clock = TestClock.fixed();

    private static Claims claims(String json) {
        return Claims.of((JsonObject) JsonValue.parse(json), Evidence.USERINFO_RESPONSE);
    }

    @Test
    @DisplayName("shows Java that compiles")
    void everyJavaBlock_isCompiledElsewhere() throws IOException {
        String linkedIn = "providers-linkedin/src/%s/java/dev/onoma/providers/linkedin/live/";
        String compiled =
                JavaBlocks.compiledIn("guide/Acme.java", "guide/AcmeContractTest.java", "guide/GuideTest.java")
                        + JavaBlocks.compiledAt(
                                linkedIn.formatted("main") + "LinkedInLogin.java",
                                linkedIn.formatted("test") + "OptionalOAuthTest.java");

        assertThat(JavaBlocks.of(PAGE))
                .hasSizeGreaterThanOrEqualTo(8)
                .filteredOn(code -> !compiled.contains(code))
                .isEmpty();
    }

    @Test
    @DisplayName("links to files that are there")
    void everyLocalLink_leadsSomewhere() throws IOException {
        assertThat(JavaBlocks.linksOf(PAGE))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(Path.of("../docs", target)).exists());
    }

    @Test
    @DisplayName("has a table whose paths fall through")
    void table() {
        assertThat(Acme.connection("acme")
                        .build()
                        .normalize(claims("{\"account_id\":1,\"display_name\":\" \",\"username\":\"ana\"}")))
                .isProfile()
                .hasText(NAME, "ana")
                .hasNo(PICTURE);
    }

    @Test
    @DisplayName("has converters that do what it says of them")
    void converters() {
        Connection converted = Connection.of("acme", Acme.CONVERTED).build();

        assertThat(converted.normalize(claims("""
                        {"account_id": 1, "avatar": "0f", "emails": [{"email": "a@example.com"},
                         {"email": "b@example.com", "primary": true, "verified": true}]}
                        """)))
                .isProfile()
                .hasText(PICTURE, "https://cdn.acme.example/avatars/0f.png")
                .hasVerifiedEmail("b@example.com");
        assertThat(converted.normalize(claims("{\"account_id\": 1, \"avatar\": \"../0f\"}")))
                .isProfile()
                .hasNo(PICTURE);
        assertThat(converted.normalize(claims("{\"error\": \"busy\"}"))).isRefusedWith(RefusalCode.PROVIDER_ERROR);
    }

    @Test
    @DisplayName("has a live half, which a stand-in on this machine tries")
    void live() {
        FakeOAuth acme = FakeOAuth.builder("/authorize", "/token")
                .profile("/api/me", person -> person.claims().with("account_id", new JsonString(person.subject())))
                .start();
        acme.person(Person.of("42").with("username", "ana"));
        acme.misbehave(Misbehaviour.PROFILE_ERROR_WITH_STATUS_200);
        try (acme) {
            LoginAnswer wrong = login(acme);
            acme.behave();
            LoginAnswer right = login(acme);

            assertThat(wrong.user()).isEmpty();
            assertThat(right.user().orElseThrow().text(NAME)).contains("ana");
        }
    }

    private LoginAnswer login(FakeOAuth acme) {
        LoginClient client = Acme.Login.of(
                        acme.base(), Acme.connection("acme").build(), acme.clientId(), acme.clientSecret(), CALLBACK)
                .build();
        LoginAnswer answer = Visitor.at(clock).logIn(client);
        return answer;
    }

    @Test
    @DisplayName("has a live half of OpenID Connect, which an issuer on this machine tries")
    void openIdConnect() {
        Connection connection = LinkedIn.connection("linkedin").build();
        FakeIssuer issuer = FakeIssuer.builder()
                .issuer("https://www.linkedin.com/oauth")
                .clock(clock)
                .start();
        Visitor visitor = Visitor.at(clock);
        OidcLogin linkedIn = LinkedInLogin.of(connection, issuer.clientId(), issuer.clientSecret(), CALLBACK)
                .in(visitor.environment())
                .at(Visitor.metadata(issuer).userinfo(issuer.uri(Endpoint.USERINFO)))
                .build();
        try (issuer) {
            issuer.person(Person.of("782bbtaQ").with("name", "Jane Doe"));

            LoginAnswer answer = visitor.logIn(linkedIn.client());

            assertThat(answer.user().orElseThrow().text(NAME)).contains("Jane Doe");
        }
    }

    @Test
    @DisplayName("has a subject within a space, which a document has to name unless there is one space only")
    void subjectSpace() {
        Claims named = claims("{\"account_id\": 42, \"workspace\": \"workspace-7\"}");
        Claims unnamed = claims("{\"account_id\": 42}");
        Connection any = Connection.of("acme", Acme.withinAWorkspace().build()).build();
        Connection one =
                Connection.of("acme", Acme.withinOneWorkspace().build()).build();

        assertThat(any.normalize(named).orElseThrow().subject()).isEqualTo("42.workspace-7");
        assertThat(any.normalize(unnamed)).isRefusedWith(RefusalCode.MISSING_SUBJECT);
        assertThat(one.normalize(unnamed).orElseThrow().subject()).isEqualTo("42.workspace-7");
    }
}
