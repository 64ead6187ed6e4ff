package dev.onoma.testkit.oauth;

import static dev.onoma.testkit.oauth.RelyingParty.object;
import static dev.onoma.testkit.oauth.RelyingParty.text;
import static dev.onoma.testkit.oauth.RelyingParty.values;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.oauth.http.Endpoint;
import dev.onoma.testkit.oauth.http.Parameters;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("A fake Facebook")
class FakeFacebookTest {
    private static final Person ADA = Person.of("10158432123456789")
            .with("name", "Ada Lovelace")
            .with("first_name", "Ada")
            .with("email", "ada@example.org")
            .with("picture", Map.of("data", Map.of("url", "https://example.org/ada.jpg", "is_silhouette", false)));

    private final FakeFacebook facebook =
            FakeFacebook.builder().clock(Clock.fixed(Scene.NOW, ZoneOffset.UTC)).start();
    private final RelyingParty client = new RelyingParty(facebook);

    FakeFacebookTest() {
        facebook.person(ADA);
    }

    @AfterEach
    void close() {
        facebook.close();
    }

    private interface Look {
        void at(FakeFacebookTest facebook);
    }

    static final Map<Misbehaviour, Look> LOOKS = Map.ofEntries(
            entry(Misbehaviour.GRAPH_ERROR_WITH_STATUS_200, test -> {
                HttpResponse<String> response = test.me("id");
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).contains("\"error\":{", "\"code\":2");
            }),
            entry(Misbehaviour.GRAPH_RATE_LIMIT, test -> {
                HttpResponse<String> response = test.me("id");
                assertThat(response.statusCode()).isEqualTo(400);
                assertThat(response.body()).contains("\"code\":4");
            }),
            entry(
                    Misbehaviour.GRAPH_SESSION_EXPIRED,
                    test -> assertThat(test.me("id").body()).contains("\"code\":190,\"error_subcode\":463")),
            entry(
                    Misbehaviour.MISSING_GRAPH_ID,
                    test -> assertThat(object(test.me("id,name").body()).names())
                            .containsExactly("name")),
            entry(
                    Misbehaviour.OTHER_GRAPH_ID,
                    test -> assertThat(text(object(test.me("id").body()), "id")).isEqualTo("10000000000000001")),
            entry(
                    Misbehaviour.NUMERIC_GRAPH_ID,
                    test -> assertThat(object(test.me("id").body()).get("id"))
                            .contains(JsonValue.from(10_158_432_123_456_789L))),
            entry(
                    Misbehaviour.TOKEN_OF_OTHER_APP,
                    test -> assertThat(text(test.description(), "app_id")).isEqualTo("another-app")),
            entry(
                    Misbehaviour.TOKEN_OF_OTHER_PERSON,
                    test -> assertThat(text(test.description(), "user_id")).isEqualTo("10000000000000001")),
            entry(
                    Misbehaviour.INVALID_TOKEN,
                    test -> assertThat(test.description().get("is_valid")).contains(JsonValue.from(false))),
            entry(
                    Misbehaviour.EXPIRED_TOKEN,
                    test -> assertThat(test.description().get("expires_at"))
                            .contains(JsonValue.from(Scene.NOW.minusSeconds(3_600)))),
            entry(
                    Misbehaviour.PAGE_TOKEN,
                    test -> assertThat(text(test.description(), "type")).isEqualTo("PAGE")));

    @TestFactory
    @DisplayName("misbehaves so")
    Stream<DynamicTest> misbehaviours() {
        return LOOKS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().name(), () -> {
                    facebook.misbehave(entry.getKey());
                    entry.getValue().at(this);
                }));
    }

    @Test
    @DisplayName("sends the browser back from a versioned dialog, and gives an access token for the code")
    void login() {
        HttpResponse<String> dialog = client.get(
                URI.create(facebook.base() + "/v23.0/dialog/oauth?" + request().encoded()));

        assertThat(dialog.statusCode()).isEqualTo(302);
        assertThat(values(client.callback(request()), "iss")).isEmpty();
        JsonObject tokens = object(client.redeem(code()).body());
        assertThat(tokens.names()).containsExactly("access_token", "token_type", "expires_in");
        assertThat(facebook.requests("/v23.0/dialog/oauth")).isEqualTo(1);
        assertThat(facebook.requests(Endpoint.AUTHORIZATION)).hasSize(3);
    }

    @Test
    @DisplayName("adds an id_token where openid was asked for")
    void openid() {
        String code = values(client.callback(request().set("scope", "openid,email")), "code")
                .get(0);

        JsonObject claims = RelyingParty.claims(text(object(client.redeem(code).body()), "id_token"));

        assertThat(text(claims, "iss")).isEqualTo("https://www.facebook.com");
        assertThat(text(claims, "nonce")).isEqualTo("the-nonce");
    }

    @Test
    @DisplayName("answers errors in the words of the Graph API, with status 400")
    void errors() {
        String code = code();
        client.redeem(code);

        HttpResponse<String> used = client.redeem(code);
        HttpResponse<String> stranger = client.token(client.tokenRequest(code()).set("client_id", "stranger"));

        assertThat(used.statusCode()).isEqualTo(400);
        assertThat(used.body()).startsWith("{\"error\":{\"message\":").contains("\"type\":\"OAuthException\"", "100");
        assertThat(stranger.body()).contains("\"code\":101");
    }

    @Test
    @DisplayName("says of a person the fields that were asked for, and the id")
    void fields() {
        assertThat(object(me("first_name,picture.width(200){url,is_silhouette},birthday")
                                .body())
                        .names())
                .containsExactly("first_name", "picture", "id");
        assertThat(text(object(me("email").body()), "email")).isEqualTo("ada@example.org");
    }

    @Test
    @DisplayName("refuses a call without its proof, with a wrong one, or with an invented token")
    void proof() {
        String token = facebook.accessToken(ADA);

        assertThat(client.get(Endpoint.USERINFO, "?access_token=" + token).body())
                .contains("appsecret_proof");
        assertThat(client.get(Endpoint.USERINFO, "?access_token=" + token + "&appsecret_proof=00")
                        .body())
                .contains("appsecret_proof");
        assertThat(client.get(Endpoint.USERINFO, "?access_token=invented").body())
                .contains("\"code\":190");
    }

    @Test
    @DisplayName("takes the token in a header as well")
    void bearer() {
        assertThat(client.userinfo(facebook.accessToken(ADA)).body()).contains("appsecret_proof");
    }

    @Test
    @DisplayName("describes its own tokens to its own app alone")
    void debugToken() {
        assertThat(text(description(), "app_id")).isEqualTo(facebook.clientId());
        assertThat(text(description(), "user_id")).isEqualTo(ADA.subject());
        assertThat(debug("invented").get("is_valid")).contains(JsonValue.from(false));
        assertThat(client.get(Endpoint.DEBUG_TOKEN, "?input_token=x&access_token=y")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("reads a POST that says so as a GET, and does not know any other")
    void readByPost() {
        Parameters question = new Parameters()
                .add("input_token", facebook.accessToken(ADA))
                .add("access_token", facebook.clientId() + "|" + facebook.clientSecret());

        assertThat(client.post(Endpoint.DEBUG_TOKEN, question).statusCode()).isEqualTo(400);
        assertThat(client.post(Endpoint.USERINFO, question).statusCode()).isEqualTo(400);
        assertThat(client.post(Endpoint.DEBUG_TOKEN, question.add("method", "GET"))
                        .body())
                .contains(ADA.subject());
    }

    @Test
    @DisplayName("signs Limited Login's tokens with keys that it publishes")
    void limitedLogin() throws Exception {
        String token = facebook.idToken(ADA, Optional.of("n"));

        JWKSet keys = JWKSet.parse(client.get(Endpoint.JWKS, "").body());
        SignedJWT signed = SignedJWT.parse(token);
        assertThat(signed.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(signed.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        assertThat(text(client.getJson(Endpoint.DISCOVERY), "issuer")).isEqualTo(FakeFacebook.ISSUER);
    }

    @Test
    @DisplayName("signs what it posts when a person leaves with the app's secret")
    void signedRequest() {
        String[] parts = facebook.signedRequest(ADA, Scene.NOW).split("\\.", -1);

        assertThat(RelyingParty.bytes(parts[0], 0)).isEqualTo(GraphApi.hmac(facebook.clientSecret(), parts[1]));
        assertThat(RelyingParty.part(parts[1], 0))
                .isEqualTo(
                        "{\"algorithm\":\"HMAC-SHA256\",\"issued_at\":1767268800,\"user_id\":\"10158432123456789\"}");
    }

    @Test
    @DisplayName("has a picture of each person, and of nobody else")
    void pictures() {
        assertThat(client.get(facebook.pictureOf(ADA)).body())
                .startsWith("<svg")
                .contains(">A</text>");
        assertThat(client.get(facebook.pictureOf(Person.of("2"))).statusCode()).isEqualTo(404);
        facebook.person(Person.of("auth0|ä b/c"));
        assertThat(client.get(facebook.pictureOf(Person.of("auth0|ä b/c"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("misbehaves in what it has: not in userinfo's subject")
    void misuse() {
        assertThatThrownBy(() -> facebook.misbehave(Misbehaviour.OTHER_SUBJECT_IN_USERINFO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Parameters request() {
        return client.authorizationRequest().set("scope", "email,public_profile");
    }

    private String code() {
        return values(client.callback(request()), "code").get(0);
    }

    private HttpResponse<String> me(String fields) {
        String token = facebook.accessToken(ADA);
        String proof = HexFormat.of().formatHex(GraphApi.hmac(facebook.clientSecret(), token));
        return client.get(
                Endpoint.USERINFO,
                "?"
                        + new Parameters()
                                .add("fields", fields)
                                .add("access_token", token)
                                .add("appsecret_proof", proof)
                                .encoded());
    }

    private JsonObject description() {
        return debug(facebook.accessToken(ADA));
    }

    private JsonObject debug(String token) {
        Parameters parameters = new Parameters()
                .add("input_token", token)
                .add("access_token", facebook.clientId() + "|" + facebook.clientSecret());
        return (JsonObject) object(client.get(Endpoint.DEBUG_TOKEN, "?" + parameters.encoded())
                        .body())
                .get("data")
                .orElseThrow();
    }
}
