package dev.onoma.interop;

import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.login.LoginOutcome;
import dev.onoma.core.user.User;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.HttpReply;
import dev.onoma.oauth.oidc.IdTokenVerifier;
import dev.onoma.oauth.oidc.JwsAlgorithm;
import dev.onoma.oauth.oidc.OidcLogin;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a login does at any OpenID Provider. The provider is real, and so is all that lies between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InteropContract {
    /** Of an id_token in a token response: what is signed, and the first character of the signature. */
    private static final Pattern SIGNATURE = Pattern.compile("(\"id_token\": ?\"[^.\"]+\\.[^.\"]+\\.)(.)");

    private LiveProvider provider;

    /** The provider, with the clients and persons of {@code staff-realm.json}. */
    abstract LiveProvider start();

    @BeforeAll
    void startProvider() {
        provider = start();
    }

    @AfterAll
    void endProvider() {
        if (provider != null) {
            provider.close();
        }
    }

    private Application application(String clientId, UnaryOperator<OidcLogin.Builder> more) {
        return new Application(provider.issuer(), clientId, Application.SECRET, Wire.faithful(), more);
    }

    private Application shop() {
        return application("shop", login -> login);
    }

    @Test
    @DisplayName("creates the user, with what the provider says of the person")
    void firstLogin() {
        Application shop = shop();

        LoginAnswer answer = shop.logIn(Person.ADA);

        User ada = answer.user().orElseThrow();
        assertThat(outcome(answer)).isEqualTo(LoginOutcome.CREATED);
        assertThat(shop.users()).containsExactly(ada);
        assertThat(ada.id().value()).isEqualTo("oidc|sso|" + Person.ADA.subject());
        assertThat(ada.name()).contains("Ada Lovelace");
        assertThat(ada.text(GIVEN_NAME)).contains("Ada");
        assertThat(ada.text(FAMILY_NAME)).contains("Lovelace");
        assertThat(ada.email()).contains("ada@example.org");
        assertThat(ada.isEmailVerified()).isTrue();
    }

    @Test
    @DisplayName("keeps letters beyond ASCII, and an address that nobody confirmed unverified")
    void unverified() {
        User grainne = shop().logIn(Person.GRAINNE).user().orElseThrow();

        assertThat(grainne.name()).contains("Gráinne Ní Mháille");
        assertThat(grainne.email()).contains("grainne@example.org");
        assertThat(grainne.isEmailVerified()).isFalse();
    }

    @Test
    @DisplayName("changes nothing of a user who returns")
    void returning() {
        Application shop = shop();
        User created = shop.logIn(Person.ADA).user().orElseThrow();

        LoginAnswer answer = shop.logIn(Person.ADA);

        User returned = answer.user().orElseThrow();
        assertThat(outcome(answer)).isEqualTo(LoginOutcome.UNCHANGED);
        assertThat(returned.sameProfile(created)).isTrue();
        assertThat(returned.counters().logins()).isEqualTo(2);
        assertThat(shop.users()).containsExactly(returned);
    }

    @Test
    @DisplayName("does not come back with a wrong password, and does with the right one after it")
    void wrongPassword() {
        Application shop = shop();
        StartedLogin started = shop.start();
        Browser browser = new Browser();

        Page refused = browser.logIn(started.redirectUri(), Person.ADA.withPassword("difference engine"));

        assertThat(refused.isCallback()).isFalse();
        assertThat(refused.asks("password")).isTrue();
        assertThat(shop.users()).isEmpty();
        Page accepted = browser.consent(browser.enter(refused, Person.ADA));
        assertThat(shop.finish(started, accepted.address()).user()).isPresent();
    }

    @Test
    @DisplayName("is denied to who declines, and nothing is asked of the provider")
    void declined() {
        Application shop = shop();
        StartedLogin started = shop.start();
        Browser browser = new Browser();
        Page consent = browser.logIn(started.redirectUri(), Person.BARTLEBY);

        Page declined = browser.submit(consent, Map.of("cancel", "No"));

        assertThat(declined.isCallback()).isTrue();
        assertDenied(shop, shop.finish(started, declined.address()), DenialCode.ACCESS_DENIED);
        assertThat(shop.wire().replies(BodyKind.TOKEN)).isEmpty();
    }

    @Test
    @DisplayName("bears the challenge of PKCE, without which this client is not let in")
    void pkce() {
        Application shop = shop();
        StartedLogin started = shop.start();
        String without = started.redirectUri().toString().replaceAll("&code_challenge(_method)?=[^&]*", "");

        Page refused = new Browser().open(URI.create(without));

        assertThat(without).isNotEqualTo(started.redirectUri().toString());
        assertThat(refused.isCallback()).isTrue();
        assertDenied(shop, shop.finish(started, refused.address()), DenialCode.AUTHORIZATION_ERROR);
    }

    @Test
    @DisplayName("comes back with the issuer's name; with none, or another, it is denied")
    void issuerInTheAnswer() {
        for (String other : new String[] {"", "&iss=https%3A%2F%2Fother.example.com"}) {
            Application shop = shop();
            StartedLogin started = shop.start();
            Browser browser = new Browser();
            String callback = browser.consent(browser.logIn(started.redirectUri(), Person.ADA))
                    .address()
                    .toString();
            String changed = callback.replaceAll("&iss=[^&]*", other);

            LoginAnswer answer = shop.finish(started, URI.create(changed));

            assertThat(changed).isNotEqualTo(callback);
            assertDenied(shop, answer, DenialCode.ISSUER_MISMATCH);
            assertThat(shop.wire().replies(BodyKind.TOKEN)).isEmpty();
        }
    }

    @Test
    @DisplayName("is denied when the client's secret is wrong")
    void wrongSecret() {
        Application shop =
                new Application(provider.issuer(), "shop", "another secret", Wire.faithful(), login -> login);

        assertDenied(shop, shop.logIn(Person.ADA), DenialCode.CLIENT_REFUSED);
    }

    @Test
    @DisplayName("is denied when the id_token's signature was changed on the way")
    void changedSignature() {
        Wire wire = Wire.changing(InteropContract::withAnotherSignature);
        Application shop = new Application(provider.issuer(), "shop", Application.SECRET, wire, login -> login);

        assertDenied(shop, shop.logIn(Person.ADA), DenialCode.INVALID_ID_TOKEN);
        assertThat(wire.replies(BodyKind.TOKEN)).hasSize(1);
        assertThat(wire.replies(BodyKind.USERINFO)).isEmpty();
    }

    @ParameterizedTest(name = "can be signed with {0}, where the connection allows it")
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"ES256", "PS256"})
    void algorithms(JwsAlgorithm algorithm) {
        String client = "shop-" + algorithm.name().toLowerCase(Locale.ROOT);

        LoginAnswer answer = application(client, login -> login.idTokens(rules -> rules.algorithms(algorithm)))
                .logIn(Person.ADA);

        assertThat(answer.user()).isPresent();
        assertThat(header(answer)).contains("\"" + algorithm + "\"");
    }

    @Test
    @DisplayName("is denied when it is signed with an algorithm that the connection does not allow")
    void otherAlgorithm() {
        Application shop = application("shop-es256", login -> login);

        assertDenied(shop, shop.logIn(Person.ADA), DenialCode.INVALID_ID_TOKEN);
    }

    @Test
    @DisplayName("reads userinfo that is signed")
    void signedUserinfo() {
        Application shop =
                application("shop-signed-userinfo", login -> login.idTokens(IdTokenVerifier.Builder::signedUserinfo));

        User ada = shop.logIn(Person.ADA).user().orElseThrow();

        assertThat(ada.email()).contains("ada@example.org");
        assertThat(shop.wire().replies(BodyKind.USERINFO))
                .singleElement()
                .extracting(reply -> reply.mediaType().orElseThrow())
                .isEqualTo("application/jwt");
    }

    @Test
    @DisplayName("is denied when userinfo is plain and has to be signed")
    void plainUserinfo() {
        Application shop = application("shop", login -> login.idTokens(IdTokenVerifier.Builder::signedUserinfo));

        assertDenied(shop, shop.logIn(Person.ADA), DenialCode.INVALID_USERINFO);
        assertThat(shop.wire().replies(BodyKind.USERINFO)).hasSize(1);
    }

    @Test
    @DisplayName("works on when the provider has changed its keys; they are asked for then, and not before")
    void changedKeys() {
        Application shop = shop();
        String before = header(shop.logIn(Person.ADA));
        shop.logIn(Person.ADA);
        assertThat(shop.wire().replies(BodyKind.JWKS)).hasSize(1);

        provider.changeKeys();
        LoginAnswer answer = shop.logIn(Person.ADA);

        assertThat(answer.user().orElseThrow().counters().logins()).isEqualTo(3);
        assertThat(header(answer)).isNotEqualTo(before);
        assertThat(shop.wire().replies(BodyKind.JWKS)).hasSize(2);
    }

    private static void assertDenied(Application application, LoginAnswer answer, DenialCode code) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        LoginAnswer.Denied.class,
                        denied -> assertThat(denied.denial().code()).isEqualTo(code));
        assertThat(application.users()).isEmpty();
    }

    private static LoginOutcome outcome(LoginAnswer answer) {
        return ((LoginAnswer.Completed) answer)
                .result()
                .accepted()
                .orElseThrow()
                .outcome();
    }

    /** The id_token's header, which names algorithm and key. */
    private static String header(LoginAnswer answer) {
        String idToken = ((LoginAnswer.Completed) answer)
                .tokens()
                .flatMap(tokens -> tokens.idToken())
                .orElseThrow();
        return new String(
                Base64.getUrlDecoder().decode(idToken.substring(0, idToken.indexOf('.'))), StandardCharsets.UTF_8);
    }

    private static HttpReply withAnotherSignature(HttpReply reply) {
        return HttpReply.json(SIGNATURE
                .matcher(new String(reply.body(), StandardCharsets.UTF_8))
                .replaceFirst(token -> token.group(1) + (token.group(2).equals("A") ? "B" : "A")));
    }
}
