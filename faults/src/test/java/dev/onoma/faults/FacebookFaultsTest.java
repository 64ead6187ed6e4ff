package dev.onoma.faults;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static dev.onoma.faults.Endpoint.FACEBOOK_INSPECTION;
import static dev.onoma.faults.Endpoint.FACEBOOK_KEYS;
import static dev.onoma.faults.Endpoint.FACEBOOK_PROFILE;
import static dev.onoma.faults.Endpoint.FACEBOOK_TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.user.User;
import dev.onoma.oauth.Callback;
import dev.onoma.oauth.LoginAnswer;
import dev.onoma.oauth.LoginFlow;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.http.EncodedForm;
import dev.onoma.providers.facebook.Facebook;
import dev.onoma.providers.facebook.live.FacebookAddresses;
import dev.onoma.providers.facebook.live.FacebookLogin;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Logins at Facebook, as WireMock plays it, for somebody who was here before: by redirect, with an access token that an
 * app handed over, and with a Limited Login token.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Errors of the Graph API</a>, <a
 *     href="https://developers.facebook.com/docs/graph-api/reference/debug_token">debug_token</a>
 */
@Timeout(60)
class FacebookFaultsTest {
    private static final String APP_ID = "1234567890123456";
    private static final Connection CONNECTION =
            Facebook.connection("facebook", APP_ID).build();
    private static final URI CALLBACK = URI.create("https://app.example/callback");
    private static final String SUBJECT = "10158273645019283";
    private static final String STRANGER = "10158273645019299";
    private static final String NONCE = "zq7nonce";

    private final Stage stage = new Stage(CONNECTION);
    private final FacebookLogin facebook = facebook(Secrets.CLIENT_SECRET);
    private final LoginFlow flow = stage.flow(facebook.client());

    /** What changes in a Limited Login token. */
    private Signer signer = Signer.FIRST;

    private UnaryOperator<JsonObject> idToken = UnaryOperator.identity();

    FacebookFaultsTest() {
        stage.knows("facebook", Claims.of(Instead.put(profile(), "name", "Anna zq7"), Evidence.GRAPH_API_RESPONSE));
        stage.keepsSecret(SUBJECT, appToken());
        for (Endpoint endpoint : List.of(FACEBOOK_TOKEN, FACEBOOK_PROFILE, FACEBOOK_INSPECTION)) {
            stage.playsElse(endpoint, Answers.json(error(100, 0)).withStatus(400));
        }
        stage.plays(
                FACEBOOK_TOKEN,
                asked -> asked.withFormParam("code", equalTo(Secrets.CODE))
                        .withFormParam("client_id", equalTo(APP_ID))
                        .withFormParam("client_secret", equalTo(Secrets.CLIENT_SECRET))
                        .withFormParam("code_verifier", matching("[A-Za-z0-9_-]{43}"))
                        .withFormParam("redirect_uri", equalTo(CALLBACK.toString())),
                JsonObject.builder()
                        .put("access_token", Secrets.ACCESS_TOKEN)
                        .put("token_type", "bearer")
                        .put("expires_in", 5_183_944)
                        .build()
                        .toJson());
        stage.plays(
                FACEBOOK_PROFILE,
                asked -> asked.withHeader("Authorization", equalTo("Bearer " + Secrets.ACCESS_TOKEN))
                        .withQueryParam("fields", matching("id,name,.*email.*"))
                        .withQueryParam("appsecret_proof", equalTo(proof())),
                profile().toJson());
        stage.plays(
                FACEBOOK_INSPECTION,
                asked -> asked.withHeader("Authorization", equalTo("Bearer " + appToken()))
                        .withFormParam("method", equalTo("GET"))
                        .withFormParam("input_token", equalTo(Secrets.ACCESS_TOKEN)),
                inspection(description()));
        stage.plays(FACEBOOK_KEYS, asked -> asked, "{\"keys\":[" + Signer.FIRST.jwk() + "]}");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private FacebookLogin facebook(String secret) {
        return FacebookLogin.of(CONNECTION, APP_ID, secret, CALLBACK)
                .at(new FacebookAddresses(Stage.uri(""), Stage.uri(""), Stage.uri(FACEBOOK_KEYS), "v23.0"))
                .in(stage.environment())
                .build();
    }

    private static String appToken() {
        return APP_ID + "|" + Secrets.CLIENT_SECRET;
    }

    private static String proof() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Secrets.CLIENT_SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(Secrets.ACCESS_TOKEN.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonObject profile() {
        return JsonObject.builder()
                .put("id", SUBJECT)
                .put("name", Secrets.NAME)
                .put("first_name", "Ana")
                .put("last_name", "zq7")
                .put("email", Secrets.EMAIL)
                .put(
                        "picture",
                        JsonObject.from(Map.of(
                                "data",
                                Map.of(
                                        "url",
                                        "https://platform-lookaside.fbsbx.com/platform/profilepic/?asid=zq7",
                                        "is_silhouette",
                                        false))))
                .build();
    }

    private JsonObject description() {
        long now = stage.clock.instant().getEpochSecond();
        return JsonObject.builder()
                .put("app_id", APP_ID)
                .put("type", "USER")
                .put("application", "Onoma")
                .put("data_access_expires_at", now + 7_776_000)
                .put("expires_at", now + 5_183_944)
                .put("is_valid", true)
                .put("user_id", SUBJECT)
                .build();
    }

    private static String inspection(JsonObject description) {
        return JsonObject.builder().put("data", description).build().toJson();
    }

    private static String error(int code, int subcode) {
        return "{\"error\":{\"message\":\"" + Secrets.ALL + "\",\"type\":\"OAuthException\",\"code\":" + code
                + (subcode == 0 ? "" : ",\"error_subcode\":" + subcode) + ",\"fbtrace_id\":\"zq7EJplcsCHuLu\"}}";
    }

    private LoginAnswer redirected(LoginFlow through) {
        StartedLogin started = through.start("facebook", "/");
        Map<String, String> sent =
                EncodedForm.parse(started.redirectUri().getRawQuery()).orElseThrow();
        stage.keepsSecret(started.handle(), sent.get("state"), sent.get("nonce"));
        return through.finish(
                Callback.parse(EncodedForm.of(Map.of("code", Secrets.CODE, "state", sent.get("state")))),
                started.handle());
    }

    private LoginAnswer handedOver(FacebookLogin through) {
        return flow.accept("facebook", () -> through.accessToken(Secrets.ACCESS_TOKEN), login -> login);
    }

    private LoginAnswer limited() {
        long now = stage.clock.instant().getEpochSecond();
        String token = signer.sign(idToken.apply(JsonObject.builder()
                .put("iss", "https://www.facebook.com")
                .put("aud", APP_ID)
                .put("sub", SUBJECT)
                .put("nonce", NONCE)
                .put("iat", now)
                .put("exp", now + 3_600)
                .put("jti", "zq7.jti")
                .put("name", Secrets.NAME)
                .put("email", Secrets.EMAIL)
                .build()));
        stage.keepsSecret(token.substring(token.lastIndexOf('.')));
        return flow.accept("facebook", () -> facebook.limitedLogin(token, NONCE), login -> login);
    }

    /** A login that asks this endpoint last. */
    private LoginAnswer login(Endpoint last) {
        return switch (last) {
            case FACEBOOK_INSPECTION -> handedOver(facebook);
            case FACEBOOK_KEYS -> limited();
            default -> redirected(flow);
        };
    }

    private static List<Endpoint> upTo(Endpoint last, int times) {
        return Stream.concat(
                        Stream.of(FACEBOOK_TOKEN).filter(token -> last == FACEBOOK_PROFILE),
                        Collections.nCopies(times, last).stream())
                .toList();
    }

    private void assertLoggedIn(LoginAnswer answer) {
        User user = answer.user().orElseThrow(() -> new AssertionError(answer.toString()));
        assertThat(user.primaryIdentity().subject()).isEqualTo(SUBJECT);
        assertThat(user.name()).contains(Secrets.NAME);
        stage.assertSilent(answer);
    }

    static Stream<Arguments> badAnswers() {
        return BadAnswer.at(FACEBOOK_TOKEN, FACEBOOK_PROFILE, FACEBOOK_INSPECTION, FACEBOOK_KEYS);
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    @DisplayName("a bad answer refuses the login, with the four promises kept")
    void bad(Endpoint endpoint, BadAnswer bad) {
        stage.answers(endpoint, bad);

        LoginAnswer answer = login(endpoint);

        stage.assertRefused(answer, bad.code(endpoint), upTo(endpoint, bad.sendings(endpoint)));
    }

    @ParameterizedTest
    @EnumSource(names = {"FACEBOOK_PROFILE", "FACEBOOK_INSPECTION", "FACEBOOK_KEYS"})
    @DisplayName("good answers log in who was here before, and who is new")
    void good(Endpoint last) {
        assertLoggedIn(login(last));
        assertThat(stage.users()).hasSize(1);
        comesAsSomebodyNew();

        LoginAnswer answer = login(last);

        assertThat(answer.user()).isPresent();
        assertThat(stage.users()).hasSize(2);
        stage.assertSilent(answer);
    }

    static Stream<Arguments> badAnswersForSomebodyNew() {
        return BadAnswer.at(
                List.of(BadAnswer.FORBIDDEN, BadAnswer.EMPTY, BadAnswer.NAME_TWICE),
                FACEBOOK_TOKEN,
                FACEBOOK_PROFILE,
                FACEBOOK_INSPECTION,
                FACEBOOK_KEYS);
    }

    @ParameterizedTest
    @MethodSource("badAnswersForSomebodyNew")
    @DisplayName("a bad answer for somebody new makes no user")
    void badForSomebodyNew(Endpoint endpoint, BadAnswer bad) {
        comesAsSomebodyNew();
        stage.answers(endpoint, bad);

        LoginAnswer answer = login(endpoint);

        stage.assertRefused(answer, bad.code(endpoint), upTo(endpoint, bad.sendings(endpoint)));
    }

    private void comesAsSomebodyNew() {
        idToken = good -> Instead.put(good, "sub", STRANGER);
        stage.plays(
                FACEBOOK_PROFILE,
                asked -> asked,
                Instead.put(profile(), "id", STRANGER).toJson());
        stage.plays(FACEBOOK_INSPECTION, asked -> asked, inspection(Instead.put(description(), "user_id", STRANGER)));
    }

    static Stream<Arguments> oddAnswers() {
        return OddAnswer.at(FACEBOOK_TOKEN, FACEBOOK_PROFILE, FACEBOOK_INSPECTION, FACEBOOK_KEYS);
    }

    @ParameterizedTest
    @MethodSource("oddAnswers")
    @DisplayName("an odd answer keeps nobody out")
    void odd(Endpoint endpoint, OddAnswer odd) {
        stage.answers(endpoint, odd);

        LoginAnswer answer = login(endpoint);

        assertLoggedIn(answer);
        assertThat(stage.requests()).hasSize(endpoint == FACEBOOK_KEYS ? 1 : 2);
    }

    static Stream<Arguments> graphErrors() {
        return Stream.of(FACEBOOK_PROFILE, FACEBOOK_INSPECTION)
                .flatMap(endpoint -> Stream.of(
                        graphError(endpoint, 200, 190, 463, "profile_error"),
                        graphError(endpoint, 400, 190, 460, "profile_error"),
                        graphError(endpoint, 400, 100, 0, "profile_error"),
                        graphError(endpoint, 403, 10, 0, "profile_error"),
                        graphError(endpoint, 200, 4, 0, "http_too_many_requests"),
                        graphError(endpoint, 403, 4, 0, "http_too_many_requests"),
                        graphError(endpoint, 400, 17, 0, "http_too_many_requests"),
                        graphError(endpoint, 200, 2, 0, "provider_unavailable"),
                        graphError(endpoint, 500, 1, 99, "provider_unavailable")));
    }

    private static Arguments graphError(Endpoint endpoint, int status, int code, int subcode, String expected) {
        return argumentSet(
                endpoint + " answers error " + code + " with status " + status,
                endpoint,
                Instead.says(status, error(code, subcode)),
                expected,
                status == 500 && !endpoint.takesPosts() ? 2 : 1);
    }

    @ParameterizedTest
    @MethodSource("graphErrors")
    @DisplayName("an error of the Graph API refuses the login, with whatever status it comes")
    void graphErrors(Endpoint endpoint, Instead error, String code, int times) {
        stage.answers(endpoint, error);

        LoginAnswer answer = login(endpoint);

        stage.assertRefused(answer, code, upTo(endpoint, times));
    }

    static Stream<Arguments> badTokenResponses() {
        return Stream.of(
                argumentSet("a used code", Instead.says(400, error(100, 36_009)), "http_client_error"),
                argumentSet("an error with status 200", Instead.says(200, error(100, 0)), "invalid_token_response"),
                argumentSet(
                        "a form, as before version 2.3",
                        Instead.says(200, "access_token=zq7&expires=5184000"),
                        "invalid_token_response"),
                argumentSet("no access token", Instead.without("access_token"), "invalid_token_response"),
                argumentSet("another token type", Instead.with("token_type", "mac"), "invalid_token_response"));
    }

    @ParameterizedTest
    @MethodSource("badTokenResponses")
    @DisplayName("a token response that is none refuses the login, and nobody is asked for a profile")
    void badTokens(Instead tokens, String code) {
        stage.answers(FACEBOOK_TOKEN, tokens);

        LoginAnswer answer = redirected(flow);

        stage.assertRefused(answer, code, List.of(FACEBOOK_TOKEN));
    }

    static Stream<Arguments> badProfiles() {
        return Stream.of(
                argumentSet("no id", Instead.without("id"), "missing_subject"),
                argumentSet("an id that is null", Instead.with("id", JsonNull.NULL), "missing_subject"),
                argumentSet("an id that says null", Instead.with("id", "null"), "missing_subject"),
                argumentSet("a blank id", Instead.with("id", " "), "missing_subject"),
                argumentSet("an id that is an object", Instead.with("id", Map.of("of", SUBJECT)), "missing_subject"),
                argumentSet(
                        "an id in exponents", Instead.says(200, "{\"id\":1.0158273645019283e16}"), "missing_subject"));
    }

    @ParameterizedTest
    @MethodSource("badProfiles")
    @DisplayName("a profile without an id that can be used refuses the login")
    void badProfiles(Instead profile, String code) {
        stage.answers(FACEBOOK_PROFILE, profile);

        LoginAnswer answer = redirected(flow);

        stage.assertRefused(answer, code, List.of(FACEBOOK_TOKEN, FACEBOOK_PROFILE));
    }

    @Test
    @DisplayName("Facebook refuses a proof that another secret made")
    void wrongProof() {
        FacebookLogin other = facebook("zq7-other-secret");
        stage.playsElse(FACEBOOK_TOKEN, Answers.json(stage.goodAnswer(FACEBOOK_TOKEN)));

        LoginAnswer answer = redirected(stage.flow(other.client()));

        stage.assertRefused(answer, "profile_error", List.of(FACEBOOK_TOKEN, FACEBOOK_PROFILE));
    }

    @Test
    @DisplayName("Facebook refuses to inspect a token for an app that shows another secret")
    void wrongAppToken() {
        LoginAnswer answer = handedOver(facebook("zq7-other-secret"));

        stage.assertRefused(answer, "profile_error", List.of(FACEBOOK_INSPECTION));
    }

    static Stream<Arguments> badInspections() {
        return Stream.of(
                inspected("the token of another app", "app_id", "6543210987654321"),
                inspected("a token that is not valid", "is_valid", false),
                inspected("a token that may be valid", "is_valid", "true"),
                inspected("a token that has expired", "expires_at", 1_767_268_800),
                inspected("a token that expires some day", "expires_at", "never"),
                inspected("a page's token", "type", "PAGE"),
                inspected("a token of nobody", "user_id", ""),
                argumentSet("it says nothing", Instead.says(200, "{\"data\":{}}")),
                argumentSet("it says a list", Instead.says(200, "{\"data\":[]}")));
    }

    private static Arguments inspected(String what, String name, Object value) {
        return argumentSet(
                "it is " + what,
                Instead.changed(good -> good.with(
                        "data", Instead.put((JsonObject) good.get("data").orElseThrow(), name, value))));
    }

    @ParameterizedTest
    @MethodSource("badInspections")
    @DisplayName("an access token that Facebook does not vouch for refuses the login, before it is used")
    void badInspections(Instead inspection) {
        stage.answers(FACEBOOK_INSPECTION, inspection);

        LoginAnswer answer = handedOver(facebook);

        stage.assertRefused(answer, "foreign_token", List.of(FACEBOOK_INSPECTION));
    }

    @Test
    @DisplayName("an access token whose profile is another person's refuses the login")
    void otherPerson() {
        stage.answers(FACEBOOK_PROFILE, Instead.with("id", "10158273645019284"));

        LoginAnswer answer = handedOver(facebook);

        stage.assertRefused(answer, "foreign_token", List.of(FACEBOOK_INSPECTION, FACEBOOK_PROFILE));
    }

    static Stream<Arguments> badClaims() {
        return Stream.of(
                claims("another issuer", "iss", "https://facebook.com.attacker.example"),
                claims("another app", "aud", "6543210987654321"),
                claims("another nonce", "nonce", "zq7"),
                claims("an expiry that is past", "exp", 1_767_268_000),
                claims("nobody", "sub", ""));
    }

    private static Arguments claims(String what, String name, Object value) {
        UnaryOperator<JsonObject> change = good -> Instead.put(good, name, value);
        return argumentSet("with " + what, change);
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    @DisplayName("a Limited Login token that Facebook signed, and not for this login, refuses it")
    void badLimitedLogins(UnaryOperator<JsonObject> change) {
        idToken = change;

        LoginAnswer answer = limited();

        stage.assertRefused(answer, "invalid_id_token", List.of(FACEBOOK_KEYS));
    }

    @Test
    @DisplayName("a Limited Login token that is signed with Facebook's key id, and another key, refuses the login")
    void forged() {
        signer = Signer.SECOND.named(Signer.FIRST.id());

        LoginAnswer answer = limited();

        stage.assertRefused(answer, "invalid_id_token", List.of(FACEBOOK_KEYS, FACEBOOK_KEYS));
    }
}
