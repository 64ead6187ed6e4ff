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
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.examples.readme.JavaBlocks;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.transaction.TransactionKey;
import dev.onoma.testkit.oauth.FakeOAuth;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The guide to adding a provider")
class GuideTest {
    private static final String PAGE = "docs/adding-a-provider.md";

    private static Claims claims(String json) {
        return Claims.of((JsonObject) JsonValue.parse(json), Evidence.USERINFO_RESPONSE);
    }

    @Test
    @DisplayName("shows Java that compiles")
    void everyJavaBlock_isCompiledElsewhere() throws IOException {
        String compiled =
                JavaBlocks.compiledIn("guide/Acme.java", "guide/AcmeContractTest.java", "guide/GuideTest.java");

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
    void live() throws IOException, InterruptedException {
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

    private static LoginAnswer login(FakeOAuth acme) throws IOException, InterruptedException {
        Connection connection = Acme.connection("acme").build();
        LoginClient client = Acme.Login.of(
                        acme.base(),
                        connection,
                        acme.clientId(),
                        acme.clientSecret(),
                        URI.create("http://127.0.0.1/callback"))
                .build();
        LoginFlow flow = LoginFlow.builder(
                        LoginProcessor.builder(new InMemoryUserStore())
                                .connection(connection)
                                .build(),
                        TransactionKey.random())
                .client(client)
                .build();
        StartedLogin started = flow.start("acme", "/");
        String location = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(started.redirectUri()).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return flow.finish(Callback.parse(URI.create(location).getRawQuery()), started.handle());
    }
}
