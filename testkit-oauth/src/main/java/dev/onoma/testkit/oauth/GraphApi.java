package dev.onoma.testkit.oauth;

import static dev.onoma.testkit.oauth.Misbehaviour.EXPIRED_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.GRAPH_ERROR_WITH_STATUS_200;
import static dev.onoma.testkit.oauth.Misbehaviour.GRAPH_RATE_LIMIT;
import static dev.onoma.testkit.oauth.Misbehaviour.GRAPH_SESSION_EXPIRED;
import static dev.onoma.testkit.oauth.Misbehaviour.INVALID_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.MISSING_GRAPH_ID;
import static dev.onoma.testkit.oauth.Misbehaviour.NUMERIC_GRAPH_ID;
import static dev.onoma.testkit.oauth.Misbehaviour.OTHER_GRAPH_ID;
import static dev.onoma.testkit.oauth.Misbehaviour.PAGE_TOKEN;
import static dev.onoma.testkit.oauth.Misbehaviour.REUSABLE_CODES;
import static dev.onoma.testkit.oauth.Misbehaviour.TOKEN_OF_OTHER_APP;
import static dev.onoma.testkit.oauth.Misbehaviour.TOKEN_OF_OTHER_PERSON;

import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.oauth.http.Answer;
import dev.onoma.testkit.oauth.http.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the Graph API says.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Errors</a> and <a
 *     href="https://developers.facebook.com/docs/graph-api/reference/debug_token">debug_token</a>, read 2026-11-23
 */
final class GraphApi {
    private static final Set<Misbehaviour> SHOWN = Set.of(
            REUSABLE_CODES,
            GRAPH_ERROR_WITH_STATUS_200,
            GRAPH_RATE_LIMIT,
            GRAPH_SESSION_EXPIRED,
            MISSING_GRAPH_ID,
            OTHER_GRAPH_ID,
            NUMERIC_GRAPH_ID,
            TOKEN_OF_OTHER_APP,
            TOKEN_OF_OTHER_PERSON,
            INVALID_TOKEN,
            EXPIRED_TOKEN,
            PAGE_TOKEN);

    private static final int SIXTY_DAYS = 60 * 86_400;

    private final FakeFacebook facebook;
    private final TokenEndpoint tokenEndpoint;

    GraphApi(FakeFacebook facebook) {
        this.facebook = facebook;
        this.tokenEndpoint = new TokenEndpoint(facebook);
    }

    static boolean shows(Misbehaviour misbehaviour) {
        return SHOWN.contains(misbehaviour);
    }

    Answer token(RecordedRequest request) {
        TokenEndpoint.Outcome outcome = tokenEndpoint.redeem(request);
        if (outcome.grant().isEmpty()) {
            return outcome.error().equals("invalid_client")
                    ? error(400, 101, "Error validating application. Invalid application ID.")
                    : error(400, 100, "This authorization code has been used.");
        }
        Grants.Grant grant = outcome.grant().get();
        JsonObject.Builder tokens = JsonObject.builder()
                .put("access_token", facebook.accessToken(grant.person()))
                .put("token_type", "bearer")
                .put("expires_in", SIXTY_DAYS);
        if (grant.asksFor("openid")) {
            tokens.put("id_token", facebook.idToken(grant.person(), grant.nonce()));
        }
        return Answer.json(200, tokens.build());
    }

    Answer me(RecordedRequest request) {
        if (!isRead(request)) {
            return unsupported();
        }
        Optional<String> token = accessToken(request);
        Optional<Person> person = token.flatMap(facebook.grants::holder);
        if (person.isEmpty()) {
            return error(400, 190, "Invalid OAuth access token.");
        }
        String proof = HexFormat.of().formatHex(hmac(facebook.clientSecret(), token.orElseThrow()));
        if (!request.parameter("appsecret_proof").equals(Optional.of(proof))) {
            return error(400, 100, "API calls from the server require an appsecret_proof argument");
        }
        if (facebook.does(GRAPH_RATE_LIMIT)) {
            return error(400, 4, "Application request limit reached");
        }
        if (facebook.does(GRAPH_SESSION_EXPIRED)) {
            return error(400, 190, 463, "Error validating access token: Session has expired.");
        }
        return facebook.does(GRAPH_ERROR_WITH_STATUS_200)
                ? error(200, 2, "Service temporarily unavailable")
                : Answer.json(
                        200, fields(person.get(), request.parameter("fields").orElse("id,name")));
    }

    /**
     * A POST that says {@code method=GET} is read as a GET.
     *
     * @see <a href="https://developers.facebook.com/docs/graph-api/using-graph-api#largerequests">Using the Graph API,
     *     Making Large Requests</a>
     */
    private static boolean isRead(RecordedRequest request) {
        return request.method().equals("GET")
                || (request.method().equals("POST")
                        && request.parameter("method").filter("GET"::equals).isPresent());
    }

    private static Answer unsupported() {
        return error(400, 100, "Unsupported post request.");
    }

    /** As a parameter, or in the header, which keeps it out of addresses. */
    private static Optional<String> accessToken(RecordedRequest request) {
        return request.parameter("access_token")
                .or(() -> request.header("Authorization")
                        .filter(header -> header.startsWith("Bearer "))
                        .map(header -> header.substring("Bearer ".length())));
    }

    private JsonObject fields(Person person, String asked) {
        // A field may bear its own parameters and parts: picture.width(200){url}.
        List<String> names =
                List.of(asked.replaceAll("\\.[a-z]+\\([^)]*\\)|\\{[^}]*}", "").split(",", -1));
        JsonObject.Builder fields = JsonObject.builder();
        for (String name : names) {
            person.claims().get(name).ifPresent(value -> fields.put(name, value));
        }
        if (facebook.does(NUMERIC_GRAPH_ID)) {
            fields.put("id", JsonNumber.of(10_158_432_123_456_789L));
        } else if (!facebook.does(MISSING_GRAPH_ID)) {
            fields.put("id", facebook.does(OTHER_GRAPH_ID) ? "10000000000000001" : person.subject());
        }
        return fields.build();
    }

    Answer debugToken(RecordedRequest request) {
        if (!isRead(request)) {
            return unsupported();
        }
        String app = facebook.clientId() + "|" + facebook.clientSecret();
        if (!accessToken(request).equals(Optional.of(app))) {
            return error(400, 190, "Invalid OAuth access token.");
        }
        Optional<Person> person = request.parameter("input_token").flatMap(facebook.grants::holder);
        JsonObject data = person.map(this::description)
                .orElseGet(() -> JsonObject.builder()
                        .put("is_valid", false)
                        .put("scopes", JsonValue.from(List.of()))
                        .build());
        return Answer.json(200, JsonObject.builder().put("data", data).build());
    }

    private JsonObject description(Person person) {
        long now = facebook.clock.instant().getEpochSecond();
        boolean expired = facebook.does(EXPIRED_TOKEN);
        return JsonObject.builder()
                .put("app_id", facebook.does(TOKEN_OF_OTHER_APP) ? "another-app" : facebook.clientId())
                .put("type", facebook.does(PAGE_TOKEN) ? "PAGE" : "USER")
                .put("application", "Onoma")
                .put("data_access_expires_at", now + SIXTY_DAYS)
                .put("expires_at", expired ? now - 3_600 : now + SIXTY_DAYS)
                .put("is_valid", !expired && !facebook.does(INVALID_TOKEN))
                .put("issued_at", now - 7_200)
                .put("scopes", JsonValue.from(List.of("email", "public_profile")))
                .put("user_id", facebook.does(TOKEN_OF_OTHER_PERSON) ? "10000000000000001" : person.subject())
                .build();
    }

    private static Answer error(int status, int code, String message) {
        return error(status, code, 0, message);
    }

    private static Answer error(int status, int code, int subcode, String message) {
        JsonObject.Builder error = JsonObject.builder()
                .put("message", message)
                .put("type", "OAuthException")
                .put("code", code);
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        error.put("fbtrace_id", new JsonString("AbCdEfGhIjKlMnOpQrStUv"));
        return Answer.json(
                status, JsonObject.builder().put("error", error.build()).build());
    }

    static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
