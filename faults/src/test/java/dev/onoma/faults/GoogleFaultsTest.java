package dev.onoma.faults;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static dev.onoma.faults.Endpoint.GOOGLE_KEYS;
import static dev.onoma.faults.Endpoint.GOOGLE_TOKEN;
import static dev.onoma.faults.Endpoint.GOOGLE_USERINFO;
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
import dev.onoma.oauth.client.Endpoints;
import dev.onoma.oauth.http.EncodedForm;
import dev.onoma.oauth.oidc.ProviderMetadata;
import dev.onoma.providers.google.Google;
import dev.onoma.providers.google.live.GoogleLogin;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Logins at Google, as WireMock plays it, for somebody who was here before.
 *
 * @see <a href="https://developers.google.com/identity/openid-connect/openid-connect">OpenID Connect at Google</a>, whose
 *     answers these look like
 */
@Timeout(60)
class GoogleFaultsTest {
    private static final Connection CONNECTION =
            Google.connection("google-oauth2").build();
    private static final String CLIENT_ID = "407408718192-a1b2c3d4e5f6g7h8i9j0.apps.googleusercontent.com";
    private static final URI CALLBACK = URI.create("https://app.example/callback");
    private static final String SUBJECT = "115309274816502937164";
    private static final String STRANGER = "115309274816502937199";
    private static final int ID_TOKEN_CAP = 32 * 1024;

    private final Stage stage = new Stage(CONNECTION);
    private final GoogleLogin google = GoogleLogin.of(CONNECTION, CLIENT_ID, Secrets.CLIENT_SECRET, CALLBACK)
            .at(ProviderMetadata.known(
                            GoogleLogin.ISSUER,
                            new Endpoints(Stage.uri("/o/oauth2/v2/auth"), Stage.uri(GOOGLE_TOKEN)),
                            Stage.uri(GOOGLE_KEYS))
                    .userinfo(Stage.uri(GOOGLE_USERINFO)))
            .in(stage.environment())
            .userinfo()
            .build();
    private final LoginFlow flow = stage.flow(google.client());

    /** What changes in Google's answers once a login has begun. */
    private Signer signer = Signer.FIRST;

    private UnaryOperator<JsonObject> idToken = UnaryOperator.identity();

    GoogleFaultsTest() {
        stage.knows(
                "google-oauth2",
                Claims.of(profile().toBuilder().put("name", "Anna zq7").build(), Evidence.VERIFIED_ID_TOKEN));
        stage.keepsSecret(SUBJECT);
        stage.playsElse(
                GOOGLE_TOKEN, Answers.json("{\"error\":\"invalid_grant\"}").withStatus(400));
        stage.playsElse(
                GOOGLE_USERINFO, Answers.json("{\"error\":\"invalid_request\"}").withStatus(401));
        publishes(Signer.FIRST);
        stage.plays(
                GOOGLE_USERINFO,
                asked -> asked.withHeader("Authorization", equalTo("Bearer " + Secrets.ACCESS_TOKEN)),
                profile().toJson());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static JsonObject profile() {
        return JsonObject.builder()
                .put("sub", SUBJECT)
                .put("name", Secrets.NAME)
                .put("given_name", "Ana")
                .put("family_name", "zq7")
                .put("picture", "https://lh3.googleusercontent.com/a/zq7example=s96-c")
                .put("email", Secrets.EMAIL)
                .put("email_verified", true)
                .build();
    }

    private void publishes(Signer... signers) {
        String keys = String.join(",", Stream.of(signers).map(Signer::jwk).toList());
        stage.plays(GOOGLE_KEYS, asked -> asked, "{\"keys\":[" + keys + "]}");
    }

    private LoginAnswer login(Runnable beforeCallback) {
        StartedLogin started = flow.start("google-oauth2", "/");
        Map<String, String> sent =
                EncodedForm.parse(started.redirectUri().getRawQuery()).orElseThrow();
        stage.keepsSecret(started.handle(), sent.get("state"), sent.get("nonce"));
        stage.plays(
                GOOGLE_TOKEN,
                asked -> asked.withFormParam("grant_type", equalTo("authorization_code"))
                        .withFormParam("code", equalTo(Secrets.CODE))
                        .withFormParam("code_verifier", matching("[A-Za-z0-9_-]{43}"))
                        .withFormParam("redirect_uri", equalTo(CALLBACK.toString())),
                tokens(signer.sign(idToken.apply(claims(sent.get("nonce"))))));
        beforeCallback.run();
        return flow.finish(
                Callback.parse(EncodedForm.of(Map.of("code", Secrets.CODE, "state", sent.get("state")))),
                started.handle());
    }

    private LoginAnswer login() {
        return login(() -> {});
    }

    private String tokens(String idToken) {
        stage.keepsSecret(idToken.substring(idToken.lastIndexOf('.')));
        return JsonObject.builder()
                .put("access_token", Secrets.ACCESS_TOKEN)
                .put("expires_in", 3599)
                .put("refresh_token", Secrets.REFRESH_TOKEN)
                .put("scope", "https://www.googleapis.com/auth/userinfo.email openid")
                .put("token_type", "Bearer")
                .put("id_token", idToken)
                .build()
                .toJson();
    }

    private JsonObject claims(String nonce) {
        long now = stage.clock.instant().getEpochSecond();
        JsonObject.Builder claims = JsonObject.builder()
                .put("iss", GoogleLogin.ISSUER)
                .put("azp", CLIENT_ID)
                .put("aud", CLIENT_ID)
                .put("nonce", nonce)
                .put("iat", now)
                .put("exp", now + 3_600);
        profile().forEach(claims::put);
        return claims.build();
    }

    /** The requests of a login that ends at an endpoint. */
    private static List<Endpoint> upTo(Endpoint last, int times) {
        List<Endpoint> asked = new ArrayList<>();
        for (Endpoint each : List.of(GOOGLE_TOKEN, GOOGLE_KEYS, GOOGLE_USERINFO)) {
            if (each == last) {
                asked.addAll(Collections.nCopies(times, last));
                return asked;
            }
            asked.add(each);
        }
        throw new IllegalArgumentException("not Google's");
    }

    private void assertLoggedIn(LoginAnswer answer) {
        User user = answer.user().orElseThrow(() -> new AssertionError(answer.toString()));
        assertThat(user.primaryIdentity().subject()).isEqualTo(SUBJECT);
        assertThat(user.name()).contains(Secrets.NAME);
        stage.assertSilent(answer);
    }

    static Stream<Arguments> badAnswers() {
        return BadAnswer.at(GOOGLE_TOKEN, GOOGLE_KEYS, GOOGLE_USERINFO);
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    @DisplayName("a bad answer refuses the login, with the four promises kept")
    void bad(Endpoint endpoint, BadAnswer bad) {
        LoginAnswer answer = login(() -> stage.answers(endpoint, bad));

        stage.assertRefused(answer, bad.code(endpoint), upTo(endpoint, bad.sendings(endpoint)));
    }

    @Test
    @DisplayName("good answers log in who was here before, and who is new")
    void good() {
        assertLoggedIn(login());
        assertThat(stage.users()).hasSize(1);
        comesAsSomebodyNew();

        LoginAnswer answer = login();

        assertThat(answer.user()).isPresent();
        assertThat(stage.users()).hasSize(2);
        stage.assertSilent(answer);
    }

    static Stream<Arguments> badAnswersForSomebodyNew() {
        return BadAnswer.at(
                List.of(BadAnswer.FORBIDDEN, BadAnswer.EMPTY, BadAnswer.NAME_TWICE),
                GOOGLE_TOKEN,
                GOOGLE_KEYS,
                GOOGLE_USERINFO);
    }

    @ParameterizedTest
    @MethodSource("badAnswersForSomebodyNew")
    @DisplayName("a bad answer for somebody new makes no user")
    void badForSomebodyNew(Endpoint endpoint, BadAnswer bad) {
        comesAsSomebodyNew();

        LoginAnswer answer = login(() -> stage.answers(endpoint, bad));

        stage.assertRefused(answer, bad.code(endpoint), upTo(endpoint, bad.sendings(endpoint)));
    }

    private void comesAsSomebodyNew() {
        idToken = put("sub", STRANGER);
        stage.plays(
                GOOGLE_USERINFO,
                asked -> asked,
                Instead.put(profile(), "sub", STRANGER).toJson());
    }

    static Stream<Arguments> oddAnswers() {
        return OddAnswer.at(GOOGLE_TOKEN, GOOGLE_KEYS, GOOGLE_USERINFO);
    }

    @ParameterizedTest
    @MethodSource("oddAnswers")
    @DisplayName("an odd answer keeps nobody out")
    void odd(Endpoint endpoint, OddAnswer odd) {
        LoginAnswer answer = login(() -> stage.answers(endpoint, odd));

        assertLoggedIn(answer);
        assertThat(stage.requests()).hasSize(3);
    }

    static Stream<Arguments> badTokenResponses() {
        return Stream.of(
                argumentSet(
                        "a used code",
                        Instead.says(400, "{\"error\":\"invalid_grant\",\"error_description\":\"zq7\"}"),
                        "code_refused"),
                argumentSet("a wrong secret", Instead.says(401, "{\"error\":\"invalid_client\"}"), "client_refused"),
                argumentSet(
                        "a client that may not",
                        Instead.says(400, "{\"error\":\"unauthorized_client\"}"),
                        "client_refused"),
                argumentSet(
                        "an error with status 200",
                        Instead.says(200, "{\"error\":\"invalid_grant\"}"),
                        "invalid_token_response"),
                argumentSet("no access token", Instead.without("access_token"), "invalid_token_response"),
                argumentSet(
                        "an access token that is null",
                        Instead.with("access_token", JsonNull.NULL),
                        "invalid_token_response"),
                argumentSet(
                        "an access token of two lines",
                        Instead.with("access_token", "zq7\r\nX: y"),
                        "invalid_token_response"),
                argumentSet("a number for a token", Instead.with("access_token", 7), "invalid_token_response"),
                argumentSet("no token type", Instead.without("token_type"), "invalid_token_response"),
                argumentSet("another token type", Instead.with("token_type", "DPoP"), "invalid_token_response"),
                argumentSet("a lifetime in words", Instead.with("expires_in", "soon"), "invalid_token_response"),
                argumentSet("no id_token", Instead.without("id_token"), "invalid_id_token"),
                argumentSet("an id_token that is null", Instead.with("id_token", JsonNull.NULL), "invalid_id_token"),
                argumentSet("an id_token that is none", Instead.with("id_token", "zq7.zq7"), "invalid_id_token"));
    }

    @ParameterizedTest
    @MethodSource("badTokenResponses")
    @DisplayName("a token response that is none refuses the login, and nobody is asked for keys")
    void badTokens(Instead tokens, String code) {
        LoginAnswer answer = login(() -> stage.answers(GOOGLE_TOKEN, tokens));

        stage.assertRefused(answer, code, List.of(GOOGLE_TOKEN));
    }

    static Stream<Arguments> badClaims() {
        return Stream.of(
                claims("another issuer", put("iss", "https://accounts.google.com.attacker.example")),
                claims("another audience", put("aud", "another-client")),
                claims("another authorized party", put("azp", "another-client")),
                claims("another nonce", put("nonce", "zq7")),
                claims("no nonce", claims -> claims.without("nonce")),
                claims("an expiry that is past", put("exp", 1_767_268_000)),
                claims("no expiry", claims -> claims.without("exp")),
                claims("an issue in the future", put("iat", 1_767_270_000)),
                claims("another access token's hash", put("at_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng")),
                claims("a number for a subject", put("sub", 7)),
                claims("no subject", claims -> claims.without("sub")));
    }

    private static Arguments claims(String what, UnaryOperator<JsonObject> change) {
        return argumentSet("with " + what, change);
    }

    private static UnaryOperator<JsonObject> put(String name, Object value) {
        return claims -> Instead.put(claims, name, value);
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    @DisplayName("an id_token that Google signed, and not for this login, refuses it before userinfo is asked")
    void badIdToken(UnaryOperator<JsonObject> change) {
        idToken = change;

        LoginAnswer answer = login();

        stage.assertRefused(answer, "invalid_id_token", List.of(GOOGLE_TOKEN, GOOGLE_KEYS));
    }

    @Test
    @DisplayName("an id_token that is signed with Google's key id, and another key, refuses the login")
    void forged() {
        signer = Signer.SECOND.named(Signer.FIRST.id());

        LoginAnswer answer = login();

        stage.assertRefused(answer, "invalid_id_token", List.of(GOOGLE_TOKEN, GOOGLE_KEYS, GOOGLE_KEYS));
    }

    @Test
    @DisplayName("an id_token of exactly its limit logs the person in")
    void largest() {
        idToken = claims -> filled(claims, ID_TOKEN_CAP);

        LoginAnswer answer = login();

        assertLoggedIn(answer);
    }

    @Test
    @DisplayName("an id_token of one byte over its limit refuses the login, although it is a good one")
    void tooLarge() {
        idToken = claims -> filled(claims, ID_TOKEN_CAP + 1);

        LoginAnswer answer = login();

        stage.assertRefused(answer, "invalid_id_token", List.of(GOOGLE_TOKEN));
    }

    /** With a claim that makes the token exactly so long. */
    private static JsonObject filled(JsonObject claims, int bytes) {
        int beside = Signer.FIRST.sign(JsonObject.EMPTY).length() - "e30".length();
        int json = (bytes - beside) * 3 / 4;
        int empty = length(Instead.put(claims, "groups", ""));
        JsonObject filled = Instead.put(claims, "groups", "x".repeat(json - empty));
        assertThat(Signer.FIRST.sign(filled)).hasSize(bytes);
        return filled;
    }

    private static int length(JsonObject claims) {
        return claims.toJson().getBytes(StandardCharsets.UTF_8).length;
    }

    static Stream<Arguments> badKeys() {
        return Stream.of(
                argumentSet("no keys", Instead.says(200, "{\"keys\":[]}")),
                argumentSet("keys that are no list", Instead.says(200, "{\"keys\":{\"kid\":\"zq7\"}}")),
                argumentSet(
                        "keys of an unknown kind",
                        Instead.says(200, "{\"keys\":[{\"kty\":\"zq7\",\"kid\":\"zq7-key-01\"}]}")),
                argumentSet(
                        "a key with half of its parts",
                        Instead.says(200, "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"zq7-key-01\",\"e\":\"AQAB\"}]}")));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    @DisplayName("a key set without a key that can be used refuses the login")
    void noKeys(Instead keys) {
        LoginAnswer answer = login(() -> stage.answers(GOOGLE_KEYS, keys));

        stage.assertRefused(answer, "keys_unavailable", List.of(GOOGLE_TOKEN, GOOGLE_KEYS));
    }

    static Stream<Arguments> badUserinfo() {
        return Stream.of(
                argumentSet("another person", Instead.with("sub", "115309274816502937165")),
                argumentSet("nobody", Instead.without("sub")),
                argumentSet("a number for a person", Instead.says(200, "{\"sub\":" + SUBJECT + "}")),
                argumentSet("the person with a space behind", Instead.with("sub", SUBJECT + " ")),
                argumentSet("an error with status 200", Instead.says(200, "{\"error\":\"invalid_token\"}")));
    }

    @ParameterizedTest
    @MethodSource("badUserinfo")
    @DisplayName("userinfo of anybody but the id_token's person refuses the login")
    void otherUserinfo(Instead userinfo) {
        LoginAnswer answer = login(() -> stage.answers(GOOGLE_USERINFO, userinfo));

        stage.assertRefused(answer, "invalid_userinfo", List.of(GOOGLE_TOKEN, GOOGLE_KEYS, GOOGLE_USERINFO));
    }

    @Test
    @DisplayName("while the key set is out of order, known keys serve, and it is left alone for a while")
    void keysOutOfOrder() {
        assertLoggedIn(login());
        stage.clock.advance(Duration.ofHours(2));
        stage.answers(GOOGLE_KEYS, BadAnswer.UNAVAILABLE);
        stage.forgetRequests();

        LoginAnswer first = login();
        LoginAnswer second = login();

        assertLoggedIn(first);
        assertLoggedIn(second);
        assertThat(stage.requests().stream().filter(GOOGLE_KEYS.request()::equals))
                .hasSize(2);
    }

    @Test
    @DisplayName("a key that Google signs with from now on is found by the first login that bears it")
    void rotation() {
        assertLoggedIn(login());
        publishes(Signer.FIRST, Signer.SECOND);
        signer = Signer.SECOND;
        stage.forgetRequests();

        LoginAnswer answer = login();

        assertLoggedIn(answer);
        assertThat(stage.requests()).containsExactly("POST /token", "GET /oauth2/v3/certs", "GET /v1/userinfo");
    }

    @Test
    @DisplayName("many tokens with unknown keys ask for keys twice, and then keep nobody out who has a known one")
    void unknownKeys() {
        assertLoggedIn(login());
        stage.forgetRequests();
        for (int i = 0; i < 6; i++) {
            signer = Signer.SECOND.named("zq7-unknown-" + i);
            LoginAnswer refused = login();
            assertThat(refused.user()).isEmpty();
            stage.assertSilent(refused);
        }
        signer = Signer.FIRST;

        LoginAnswer answer = login();

        assertLoggedIn(answer);
        assertThat(stage.requests().stream().filter(GOOGLE_KEYS.request()::equals))
                .hasSize(2);
        assertThat(stage.requests().stream().filter(GOOGLE_TOKEN.request()::equals))
                .hasSize(7);
    }
}
