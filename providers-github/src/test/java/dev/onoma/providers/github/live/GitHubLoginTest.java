package dev.onoma.providers.github.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.providers.github.GitHub;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.login.Visitor;
import dev.onoma.testkit.oauth.FakeOAuth;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.Fault;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A live login with GitHub")
class GitHubLoginTest {
    private static final URI CALLBACK = URI.create("http://127.0.0.1/callback");
    private static final UserId ANAS_ID = new UserId("github|58172904");
    private static final Person ANA = Person.of("58172904")
            .with("login", "ana-lovric")
            .with("name", "Ana Lovrić")
            .with("email", null)
            .with("emails", List.of(Map.of("email", "ana@example.com", "primary", true, "verified", true)));

    private final TestClock clock = TestClock.fixed();
    private final FakeOAuth github = FakeOAuth.builder("/login/oauth/authorize", "/login/oauth/access_token")
            .profile(
                    "/api/v3/user",
                    person -> person.claims().without("emails").with("id", JsonNumber.of(person.subject())))
            .resource(
                    "/api/v3/user/emails",
                    person -> person.claims().get("emails").orElse(JsonArray.of()))
            .clock(clock)
            .start();
    private final Connection connection = GitHub.connection("github").build();
    private final Visitor visitor = Visitor.at(clock);

    @BeforeEach
    void signIn() {
        github.person(ANA);
    }

    @AfterEach
    void close() {
        github.close();
    }

    private LoginAnswer login() {
        return visitor.logIn(GitHubLogin.of(
                        GitHubAddresses.server(github.base()),
                        connection,
                        github.clientId(),
                        github.clientSecret(),
                        CALLBACK)
                .build());
    }

    private void assertDenied(LoginAnswer answer, DenialCode code) {
        assertThat(answer).isInstanceOfSatisfying(LoginAnswer.Denied.class, denied -> {
            assertThat(denied.denial().code()).isEqualTo(code);
            assertThat(denied.toString()).doesNotContain(github.clientSecret()).doesNotContain("ana");
        });
        assertThat(visitor.store().find(ANAS_ID)).isEmpty();
    }

    @Test
    @DisplayName("gives a user with the primary and verified address, by the number of the account")
    void success() {
        User user = login().user().orElseThrow();

        assertThat(user.id()).isEqualTo(ANAS_ID);
        assertThat(user.email()).contains("ana@example.com");
        assertThat(user.isEmailVerified()).isTrue();
        assertThat(user.primaryIdentity().profileData().names()).contains("id", "login", "emails");
    }

    @Test
    @DisplayName("asks for the profile and the addresses, with the token in no address")
    void requests() {
        login();

        RecordedRequest authorization = github.requests(Endpoint.AUTHORIZATION).get(0);
        assertThat(authorization.parameter("scope")).contains("read:user user:email");
        assertThat(authorization.parameter("code_challenge_method")).contains("S256");
        RecordedRequest token = github.requests(Endpoint.TOKEN).get(0);
        assertThat(token.parameter("client_secret")).contains(github.clientSecret());
        assertThat(token.header("Accept")).contains("application/json");
        assertThat(github.requests("/api/v3/user")).isEqualTo(1);
        assertThat(github.requests("/api/v3/user/emails")).isEqualTo(1);
        assertThat(github.requests(Endpoint.RESOURCE).get(0).parameterNames()).isEmpty();
    }

    @Test
    @DisplayName("gives a user without an address where the person did not grant to see the list")
    void narrowScope() {
        github.misbehave(Misbehaviour.NARROW_SCOPE, Misbehaviour.COMMA_SEPARATED_SCOPES);

        User user = login().user().orElseThrow();

        assertThat(user.id()).isEqualTo(ANAS_ID);
        assertThat(user.email()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TOKENS_IN_FORM, INVALID_TOKEN_RESPONSE",
        "ERROR_WITH_STATUS_200, INVALID_TOKEN_RESPONSE",
        "ACCESS_DENIED, ACCESS_DENIED",
        "WRONG_STATE, STATE_MISMATCH",
    })
    @DisplayName("is denied where GitHub says no, or not in the form that the protocol says")
    void denied(Misbehaviour misbehaviour, DenialCode code) {
        github.misbehave(misbehaviour);

        assertDenied(login(), code);
        assertThat(github.requests(Endpoint.USERINFO)).isEmpty();
    }

    @Test
    @DisplayName("is refused where the profile is an error, with whatever status it comes")
    void profileError() {
        github.misbehave(Misbehaviour.PROFILE_ERROR_WITH_STATUS_200);

        LoginAnswer answer = login();

        assertThat(answer.user()).isEmpty();
        assertThat(answer.publicCode()).contains("provider_error");
    }

    @ParameterizedTest
    @CsvSource({"USERINFO", "RESOURCE"})
    @DisplayName("writes nothing where the API does not answer with JSON")
    void html(Endpoint endpoint) {
        github.fault(endpoint, Fault.HTML);

        assertDenied(login(), DenialCode.HTTP_HTML);
    }

    @Test
    @DisplayName("goes to github.com unless told otherwise, and prints no secret")
    void publicAddresses() {
        LoginClient client =
                GitHubLogin.of(connection, "id", "zq7-secret", CALLBACK).build();

        assertThat(client.endpoints().authorization())
                .isEqualTo(URI.create("https://github.com/login/oauth/authorize"));
        assertThat(client.endpoints().token()).isEqualTo(URI.create("https://github.com/login/oauth/access_token"));
        assertThat(GitHubAddresses.PUBLIC.emails()).isEqualTo(URI.create("https://api.github.com/user/emails"));
        assertThat(client).hasToString("LoginClient[github, SECRET_POST, scopes=[read:user, user:email]]");
    }
}
