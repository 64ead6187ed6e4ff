package dev.onoma.providers.linkedin.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.user.User;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.oidc.OidcLogin;
import dev.onoma.providers.linkedin.LinkedIn;
import dev.onoma.testkit.TestClock;
import dev.onoma.testkit.login.Visitor;
import dev.onoma.testkit.oauth.FakeIssuer;
import dev.onoma.testkit.oauth.Misbehaviour;
import dev.onoma.testkit.oauth.Person;
import dev.onoma.testkit.oauth.http.Endpoint;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A live login with LinkedIn")
class LinkedInLoginTest {
    private static final String ISSUER = "https://www.linkedin.com/oauth";
    private static final Person JANE = Person.of("782bbtaQ")
            .with("name", "Jane Doe")
            .with("email", "doe@example.org")
            .with("email_verified", "true")
            .with("locale", Map.of("country", "US", "language", "en"));

    private final TestClock clock = TestClock.fixed();
    private final FakeIssuer issuer =
            FakeIssuer.builder().issuer(ISSUER).clock(clock).start();
    private final Visitor visitor = Visitor.at(clock);
    private final Connection connection =
            LinkedIn.connection("linkedin", issuer.clientId()).build();

    @BeforeEach
    void signIn() {
        issuer.person(JANE);
        issuer.misbehave(Misbehaviour.MISSING_NONCE);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private OidcLogin.Builder login() {
        return LinkedInLogin.of(
                        connection, issuer.clientId(), issuer.clientSecret(), URI.create("http://127.0.0.1:9/callback"))
                .in(visitor.environment());
    }

    private OidcLogin simulated() {
        return login().at(Visitor.metadata(issuer).userinfo(issuer.uri(Endpoint.USERINFO)))
                .build();
    }

    private LoginAnswer logIn() {
        return visitor.logIn(simulated().client());
    }

    @Test
    @DisplayName("makes a user of id_token and userinfo, although the nonce is not repeated")
    void toAUser() {
        User jane = logIn().user().orElseThrow();

        assertThat(jane.id().value()).isEqualTo("linkedin|782bbtaQ");
        assertThat(jane.email()).contains("doe@example.org");
        assertThat(jane.isEmailVerified()).isTrue();
        assertThat(issuer.requests(Endpoint.USERINFO)).hasSize(1);
        assertThat(visitor.store().pinned("linkedin")).contains(issuer.clientId());
    }

    @Test
    @DisplayName("is denied when a nonce is there, and is another login's")
    void wrongNonce() {
        issuer.misbehave(Misbehaviour.WRONG_NONCE);

        assertThat(logIn())
                .isInstanceOfSatisfying(
                        LoginAnswer.Denied.class,
                        denied -> assertThat(denied.denial().code()).isEqualTo(DenialCode.INVALID_ID_TOKEN));
        assertThat(visitor.store().list(Optional.empty(), 1)).isEmpty();
    }

    @Test
    @DisplayName("does without the nonce in the redirect alone: a token that a client hands over needs it")
    void handedOver() {
        OidcLogin linkedIn = simulated();
        String token = issuer.idToken(JANE, Optional.empty());

        assertThat(catchThrowableOfType(DeniedException.class, () -> linkedIn.idToken(token, "n-1"))
                        .denial()
                        .message())
                .isEqualTo("id_token claim \"nonce\" is missing");
    }

    @Test
    @DisplayName("goes to LinkedIn's public addresses")
    void addresses() {
        OidcLogin linkedIn = login().build();

        assertThat(linkedIn.client().endpoints().authorization()).hasHost("www.linkedin.com");
        assertThat(linkedIn.client().endpoints().token()).hasHost("www.linkedin.com");
        assertThat(linkedIn)
                .hasToString("OidcLogin[LoginClient[linkedin, SECRET_POST, scopes=[openid, profile, email]]]");
    }
}
