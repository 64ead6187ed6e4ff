package dev.onoma.providers.discord.live;

import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.providers.discord.Discord;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.login.Visitor;
import dev.onoma.testkit.oauth.FakeOAuth;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.Fault;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A live login with Discord")
class DiscordLoginTest {
    private static final URI CALLBACK = URI.create("http://127.0.0.1/callback");
    private static final UserId NELLYS_ID = new UserId("discord|80351110224678912");
    private static final Person NELLY = Person.of("80351110224678912")
            .with("username", "nelly")
            .with("global_name", null)
            .with("avatar", "a_8342729096ea3675442027381ff50dfe")
            .with("email", "nelly@example.com")
            .with("verified", true);

    private final TestClock clock = TestClock.fixed();
    private final FakeOAuth discord = FakeOAuth.builder("/oauth2/authorize", "/api/oauth2/token")
            .profile("/api/v10/users/@me", person -> person.claims().with("id", new JsonString(person.subject())))
            .clock(clock)
            .start();
    private final Connection connection = Discord.connection("discord").build();
    private final Visitor visitor = Visitor.at(clock);

    @BeforeEach
    void signIn() {
        discord.person(NELLY);
    }

    @AfterEach
    void close() {
        discord.close();
    }

    private LoginAnswer login() {
        return visitor.logIn(
                DiscordLogin.of(discord.base(), connection, discord.clientId(), discord.clientSecret(), CALLBACK)
                        .build());
    }

    private void assertDenied(LoginAnswer answer, DenialCode code) {
        assertThat(answer).isInstanceOfSatisfying(LoginAnswer.Denied.class, denied -> {
            assertThat(denied.denial().code()).isEqualTo(code);
            assertThat(denied.toString()).doesNotContain(discord.clientSecret()).doesNotContain("nelly");
        });
        assertThat(visitor.store().find(NELLYS_ID)).isEmpty();
    }

    @Test
    @DisplayName("gives a user with a verified address and a picture")
    void success() {
        User user = login().user().orElseThrow();

        assertThat(user.id()).isEqualTo(NELLYS_ID);
        assertThat(user.email()).contains("nelly@example.com");
        assertThat(user.isEmailVerified()).isTrue();
        assertThat(user.text(PICTURE))
                .contains(
                        "https://cdn.discordapp.com/avatars/80351110224678912/a_8342729096ea3675442027381ff50dfe.gif");
    }

    @Test
    @DisplayName("shows the secret in the header, and asks for the profile with the token in the header")
    void requests() {
        login();

        RecordedRequest authorization = discord.requests(Endpoint.AUTHORIZATION).get(0);
        assertThat(authorization.parameter("scope")).contains("identify email");
        assertThat(authorization.parameter("code_challenge_method")).contains("S256");
        RecordedRequest token = discord.requests(Endpoint.TOKEN).get(0);
        assertThat(token.parameter("client_secret")).isEmpty();
        assertThat(token.header("Authorization").orElseThrow()).startsWith("Basic ");
        RecordedRequest profile = discord.requests(Endpoint.USERINFO).get(0);
        assertThat(profile.header("Authorization").orElseThrow()).startsWith("Bearer ");
        assertThat(profile.parameterNames()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING_ACCESS_TOKEN, INVALID_TOKEN_RESPONSE",
        "WRONG_TOKEN_TYPE, INVALID_TOKEN_RESPONSE",
        "ACCESS_DENIED, ACCESS_DENIED",
        "WRONG_STATE, STATE_MISMATCH",
    })
    @DisplayName("is denied where Discord says no, or not in the form that the protocol says")
    void denied(Misbehaviour misbehaviour, DenialCode code) {
        discord.misbehave(misbehaviour);

        assertDenied(login(), code);
        assertThat(discord.requests(Endpoint.USERINFO)).isEmpty();
    }

    @Test
    @DisplayName("is refused where the profile is an error, with whatever status it comes")
    void profileError() {
        discord.misbehave(Misbehaviour.PROFILE_ERROR_WITH_STATUS_200);

        LoginAnswer answer = login();

        assertThat(answer.user()).isEmpty();
        assertThat(answer.publicCode()).contains("provider_error");
    }

    @Test
    @DisplayName("writes nothing where the API does not answer with JSON")
    void html() {
        discord.fault(Endpoint.USERINFO, Fault.HTML);

        assertDenied(login(), DenialCode.HTTP_HTML);
    }

    @Test
    @DisplayName("goes to discord.com unless told otherwise, and prints no secret")
    void publicAddresses() {
        LoginClient client =
                DiscordLogin.of(connection, "id", "zq7-secret", CALLBACK).build();

        assertThat(client.endpoints().authorization()).isEqualTo(URI.create("https://discord.com/oauth2/authorize"));
        assertThat(client.endpoints().token()).isEqualTo(URI.create("https://discord.com/api/oauth2/token"));
        assertThat(client).hasToString("LoginClient[discord, SECRET_BASIC, scopes=[identify, email]]");
    }
}
