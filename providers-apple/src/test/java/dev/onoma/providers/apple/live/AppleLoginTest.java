package dev.onoma.providers.apple.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.User;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.providers.apple.Apple;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.login.Visit;
import dev.onoma.testkit.login.Visitor;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A live login with Apple")
class AppleLoginTest {
    private static final String USER = "{\"name\":{\"firstName\":\"Ada\",\"lastName\":\"Lovelace\"},"
            + "\"email\":\"victim@example.com\",\"email_verified\":true,\"transfer_sub\":\"x\"}";
    private static final Person ADA = Person.of("001473.fe6f.2039")
            .with("email", "ada@example.org")
            .with("email_verified", "true")
            .with("is_private_email", "false");
    private static final TeamKey KEY = TeamKey.random();

    private final TestClock clock = TestClock.fixed();
    private final FakeIssuer issuer = FakeIssuer.builder()
            .issuer(AppleLogin.ISSUER)
            .clock(clock)
            .secretThat(this::isSigned)
            .start();
    private final Visitor visitor = Visitor.at(clock);
    private final Connection connection =
            Apple.connection("apple", TeamKey.TEAM).build();
    private final LoginClient apple = simulated().client();

    @BeforeEach
    void signIn() {
        issuer.person(ADA);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private OidcLogin.Builder login() {
        return AppleLogin.of(connection, issuer.clientId(), KEY.appleKey(), URI.create("http://127.0.0.1:9/callback"))
                .in(visitor.environment());
    }

    private OidcLogin simulated() {
        return login().at(Visitor.metadata(issuer)).build();
    }

    private LoginAnswer logIn() {
        return visitor.logIn(apple);
    }

    /** As Apple checks it: by the team's public key, for the client, not expired, and not good for more than months. */
    private boolean isSigned(String secret) {
        JsonObject claims = KEY.verified(secret);
        long now = clock.instant().getEpochSecond();
        long expiry = claims.get("exp").map(at -> Long.parseLong(at.toJson())).orElse(0L);
        return claims.get("iss").equals(Optional.of(JsonValue.from(TeamKey.TEAM)))
                && claims.get("aud").equals(Optional.of(JsonValue.from("https://appleid.apple.com")))
                && claims.get("sub").equals(Optional.of(JsonValue.from("onoma-client")))
                && expiry > now
                && expiry <= now + 15_777_000;
    }

    private String secretOf(int request) {
        RecordedRequest token = issuer.requests(Endpoint.TOKEN).get(request);
        return token.parameter("client_secret").orElseThrow();
    }

    @Test
    @DisplayName("takes the name from the form of the first consent, and nothing else of it")
    void firstConsent() {
        issuer.sendBesideCodes(Map.of("user", USER));

        User ada = logIn().user().orElseThrow();

        assertThat(ada.id().value()).isEqualTo("apple|001473.fe6f.2039");
        assertThat(ada.name()).contains("Ada Lovelace");
        assertThat(ada.email()).contains("ada@example.org");
        assertThat(ada.isEmailVerified()).isTrue();
        assertThat(ada.identities().get(0).profileData().names())
                .containsExactlyInAnyOrder("sub", "email", "email_verified", "is_private_email", "name");
        assertThat(visitor.store().pinned("apple")).contains(TeamKey.TEAM);
    }

    @Test
    @DisplayName("keeps the name when later logins have none")
    void laterLogin() {
        issuer.sendBesideCodes(Map.of("user", USER));
        logIn();
        issuer.sendBesideCodes(Map.of());

        User ada = logIn().user().orElseThrow();

        assertThat(ada.name()).contains("Ada Lovelace");
        assertThat(ada.counters().logins()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "\"Ada\"", "{\"email\":\"victim@example.com\"}", "{\"name\":null}", "{\"name\":7}"})
    @DisplayName("is not refused for a form field that cannot be read, or has no name")
    void unreadableForm(String user) {
        issuer.sendBesideCodes(Map.of("user", user));

        User ada = logIn().user().orElseThrow();

        assertThat(ada.name()).contains("ada@example.org");
    }

    @Test
    @DisplayName("asks for the answer as a form, and for name and address")
    void request() {
        logIn();

        RecordedRequest authorization = issuer.requests(Endpoint.AUTHORIZATION).get(0);
        assertThat(authorization.parameter("response_mode")).contains("form_post");
        assertThat(authorization.parameter("scope")).contains("openid name email");
        assertThat(issuer.requests(Endpoint.USERINFO)).isEmpty();
    }

    @Test
    @DisplayName("signs a secret that serves for five minutes, and then another")
    void secret() {
        logIn();
        clock.advance(Duration.ofSeconds(299));
        logIn();
        clock.advance(Duration.ofSeconds(1));
        logIn();

        assertThat(secretOf(1)).isEqualTo(secretOf(0));
        assertThat(secretOf(2)).isNotEqualTo(secretOf(1));
        JsonObject claims = KEY.verified(secretOf(0));
        assertThat(claims.get("exp").orElseThrow().toJson())
                .isEqualTo(Long.toString(TestClock.fixed().instant().getEpochSecond()
                        + Duration.ofMinutes(10).toSeconds()));
    }

    @Test
    @DisplayName("is denied, with nothing written, when another team's key signed the secret")
    void otherKey() {
        OidcLogin foreign = AppleLogin.of(
                        connection,
                        issuer.clientId(),
                        TeamKey.random().appleKey(),
                        URI.create("http://127.0.0.1:9/callback"))
                .in(visitor.environment())
                .at(Visitor.metadata(issuer))
                .build();

        LoginAnswer answer = visitor.logIn(foreign.client());

        assertThat(answer)
                .isInstanceOfSatisfying(
                        LoginAnswer.Denied.class,
                        denied -> assertThat(denied.denial().code()).isEqualTo(DenialCode.CLIENT_REFUSED));
        assertThat(visitor.store().list(Optional.empty(), 1)).isEmpty();
    }

    @Test
    @DisplayName("of a person who turns back at Apple's page is denied as theirs")
    void cancelled() {
        Visit visit = visitor.start(apple);
        String state = visit.callback().replaceFirst(".*state=([^&]*).*", "$1");

        LoginAnswer answer = visit.finish("error=user_cancelled_authorize&state=" + state);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        LoginAnswer.Denied.class,
                        denied -> assertThat(denied.denial().code()).isEqualTo(DenialCode.ACCESS_DENIED));
    }

    @Test
    @DisplayName("can be finished by what an app hands over: its id_token, and the name that it was told")
    void handedOver() {
        Claims claims = simulated()
                .idToken(issuer.idToken(ADA, Optional.of("n-1")), "n-1")
                .and(AppleLogin.user(USER));

        assertThat(connection.normalize(claims).orElseThrow().text(RootAttribute.NAME))
                .contains("Ada Lovelace");
    }

    @Test
    @DisplayName("goes to Apple's public addresses, and tells nothing of its key")
    void addresses() {
        OidcLogin apple = login().build();

        assertThat(apple.client().endpoints().authorization()).hasHost("appleid.apple.com");
        assertThat(apple.client().endpoints().token()).hasHost("appleid.apple.com");
        assertThat(apple).hasToString("OidcLogin[LoginClient[apple, SECRET_POST, scopes=[openid, name, email]]]");
        assertThat(KEY.appleKey()).hasToString("AppleKey");
        assertThat(new ClientSecret(KEY.appleKey(), "id")).hasToString("ClientSecret");
    }

    @Test
    @DisplayName("refuses ids of another form when it is built")
    void ids() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppleKey.of("team", TeamKey.KEY_ID, KEY.pem()))
                .withMessage("a team's id must be ten of A-Z and 0-9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppleKey.of(TeamKey.TEAM, "key", KEY.pem()))
                .withMessage("a key's id must be ten of A-Z and 0-9");
    }
}
