package dev.onoma.providers.microsoft.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.User;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.client.LoginClient;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.providers.microsoft.Microsoft;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.login.Visitor;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A live login with Microsoft")
class MicrosoftLoginTest {
    private static final String TENANT = "11111111-2222-4333-8444-555555555555";
    private static final String OTHER_TENANT = "99999999-2222-4333-8444-555555555555";
    private static final String OBJECT = "690222be-ff1a-4d56-abd1-7e4f7d38e474";
    private static final Person ABE = Person.of("pairwise-at-this-application")
            .with("oid", OBJECT)
            .with("tid", TENANT)
            .with("name", "Abe Lincoln")
            .with("preferred_username", "abeli@contoso.example")
            .with("email", "abe.lincoln@contoso.example")
            .with("xms_edov", "1");

    private final TestClock clock = TestClock.fixed();
    private final FakeIssuer issuer =
            FakeIssuer.builder().issuer(Tenants.ISSUER).clock(clock).start();
    private final Visitor visitor = Visitor.at(clock);
    private final Connection connection = Microsoft.connection("microsoft").build();

    @BeforeEach
    void signIn() {
        issuer.person(ABE);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private OidcLogin.Builder login(Tenants tenants) {
        return MicrosoftLogin.of(
                        tenants,
                        connection,
                        issuer.clientId(),
                        issuer.clientSecret(),
                        URI.create("http://127.0.0.1:9/callback"))
                .in(visitor.environment());
    }

    private OidcLogin simulated(Tenants tenants) {
        return login(tenants).at(Visitor.metadata(issuer)).build();
    }

    private LoginAnswer logIn(Tenants tenants) {
        return visitor.logIn(simulated(tenants).client());
    }

    private void assertDenied(LoginAnswer answer, String message) {
        assertThat(answer).isInstanceOfSatisfying(LoginAnswer.Denied.class, denied -> {
            assertThat(denied.denial().code()).isEqualTo(DenialCode.INVALID_ID_TOKEN);
            assertThat(denied.denial().message()).isEqualTo(message);
        });
        assertThat(visitor.store().list(Optional.empty(), 1)).isEmpty();
    }

    @Test
    @DisplayName("makes a user of object id and tenant, with an address that xms_edov speaks for, and asks no userinfo")
    void toAUser() {
        User abe = logIn(Tenants.any()).user().orElseThrow();

        assertThat(abe.id().value()).isEqualTo("microsoft|" + OBJECT + "." + TENANT);
        assertThat(abe.email()).contains("abe.lincoln@contoso.example");
        assertThat(abe.isEmailVerified()).isTrue();
        assertThat(issuer.requests(Endpoint.USERINFO)).isEmpty();
    }

    @Test
    @DisplayName("of the same object id in another tenant is another user's")
    void otherTenant() {
        logIn(Tenants.any());
        issuer.person(ABE.with("tid", OTHER_TENANT));

        logIn(Tenants.any());

        assertThat(visitor.store().list(Optional.empty(), 3)).hasSize(2);
    }

    @Test
    @DisplayName("of another subject at another application is the same user's")
    void otherApplication() {
        logIn(Tenants.any());
        issuer.person(new Person("pairwise-at-another", ABE.claims()));

        assertThat(logIn(Tenants.any()).user().orElseThrow().counters().logins())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("is for the tenants that are named, and for no others")
    void tenants() {
        assertDenied(logIn(Tenants.only(OTHER_TENANT)), "id_token claim \"tid\" must be a tenant that may log in");
        assertDenied(logIn(Tenants.personal()), "id_token claim \"tid\" must be a tenant that may log in");

        assertThat(logIn(Tenants.of(Set.of(TENANT, OTHER_TENANT))).user()).isPresent();
        assertThat(logIn(Tenants.only(TENANT)).user()).isPresent();
    }

    @Test
    @DisplayName("is denied when the token's issuer is not that of its own tenant")
    void issuerOfAnother() {
        OidcLogin microsoft = simulated(Tenants.any());
        JsonObject claims = ABE.claims()
                .with("iss", JsonValue.from("https://login.microsoftonline.com/" + OTHER_TENANT + "/v2.0"))
                .with("aud", JsonValue.from(issuer.clientId()))
                .with("sub", JsonValue.from(ABE.subject()))
                .with("nonce", JsonValue.from("n-1"))
                .with("iat", JsonValue.from(clock.instant().getEpochSecond()))
                .with("exp", JsonValue.from(clock.instant().getEpochSecond() + 3_600));
        String token = issuer.sign(claims.toJson().getBytes(StandardCharsets.UTF_8));

        assertThat(catchThrowableOfType(DeniedException.class, () -> microsoft.idToken(token, "n-1"))
                        .denial()
                        .message())
                .isEqualTo("id_token claim \"iss\" must be the connection's issuer");
    }

    @Test
    @DisplayName("is denied without the login's nonce")
    void nonce() {
        issuer.misbehave(Misbehaviour.MISSING_NONCE);

        assertDenied(logIn(Tenants.any()), "id_token claim \"nonce\" is missing");
    }

    @Test
    @DisplayName("goes to Microsoft's endpoint for those who may log in")
    void addresses() {
        assertThat(authority(Tenants.only(TENANT))).isEqualTo("/" + TENANT + "/oauth2/v2.0/authorize");
        assertThat(authority(Tenants.of(Set.of(TENANT, OTHER_TENANT))))
                .isEqualTo("/organizations/oauth2/v2.0/authorize");
        assertThat(authority(Tenants.of(Set.of(TENANT, Microsoft.PERSONAL_TENANT))))
                .isEqualTo("/common/oauth2/v2.0/authorize");
        assertThat(authority(Tenants.personal())).isEqualTo("/consumers/oauth2/v2.0/authorize");
        assertThat(authority(Tenants.any())).isEqualTo("/common/oauth2/v2.0/authorize");
        assertThat(Tenants.any()).hasToString("Tenants[common]");
    }

    private String authority(Tenants tenants) {
        LoginClient client = login(tenants).build().client();
        assertThat(client.endpoints().authorization()).hasHost("login.microsoftonline.com");
        assertThat(client.scopes()).containsExactly("openid", "profile", "email");
        return client.endpoints().authorization().getPath();
    }

    @Test
    @DisplayName("is told whose accounts it is for")
    void nobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tenants.of(Set.of()))
                .withMessage("name a tenant, or take any()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tenants.only("contoso.example"))
                .withMessage("a tenant must be a GUID in lower case");
    }
}
