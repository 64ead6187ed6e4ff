package dev.onoma.providers.facebook.live;

import dev.onoma.core.Limits;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.EncodedForm;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpException;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.http.HttpReply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Graph API's answers about persons and tokens; its errors as denials, with whatever status they come. */
final class GraphApi {
    /** Application, user, page and custom rate limits. */
    private static final Set<String> TOO_MANY = Set.of("4", "17", "32", "613");

    private static final String UNKNOWN = "unknown";

    /** An unknown error, and one of the service. */
    private static final Set<String> OUT_OF_ORDER = Set.of("1", "2");

    private final FacebookAddresses facebook;
    private final AppSecret secret;

    GraphApi(FacebookAddresses facebook, AppSecret secret) {
        this.facebook = facebook;
        this.secret = secret;
    }

    /** The profile of whose token it is: the fields that are asked for, as far as the person granted them. */
    Claims me(String accessToken, String fields, HttpExchange http) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("fields", fields);
        query.put("appsecret_proof", secret.proof(accessToken));
        HttpCall call = HttpCall.get(facebook.graph("/me?" + EncodedForm.of(query)), BodyKind.USERINFO);
        return Claims.parse(answer(call.bearer(accessToken), http), Evidence.GRAPH_API_RESPONSE);
    }

    /**
     * What Facebook says of a token, which goes into a form, because addresses are logged. A POST that says {@code
     * method=GET} is read as if it were a GET: so the best practice for large requests (Facebook's "Using the Graph API",
     * <a href="https://github.com/huandu/facebook/issues/67">quoted here</a>), and Facebook's own PHP SDK (<a
     * href="https://github.com/facebookarchive/facebook-php-sdk/blob/master/src/base_facebook.php">{@code _graph}</a>)
     * sent all its questions so. A plain POST <a href="https://github.com/keycloak/keycloak/pull/40927">does not
     * work</a>.
     *
     * @see <a href="https://developers.facebook.com/docs/graph-api/reference/debug_token">Graph API, debug_token</a>
     */
    JsonObject debugToken(String appId, String inputToken, HttpExchange http) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("method", "GET");
        form.put("input_token", inputToken);
        HttpCall call = HttpCall.post(facebook.graph("/debug_token"), BodyKind.USERINFO, EncodedForm.of(form));
        byte[] body = answer(call.bearer(secret.appToken(appId)), http);
        JsonValue data = object(body).flatMap(answer -> answer.get("data")).orElse(JsonObject.EMPTY);
        return data instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    private static byte[] answer(HttpCall call, HttpExchange http) {
        byte[] body;
        try {
            body = http.send(call).body();
        } catch (HttpException refused) {
            // Without a number it is not the Graph API that speaks, and the status says more.
            throw refused.reply()
                    .map(HttpReply::body)
                    .flatMap(GraphApi::error)
                    .filter(error -> !number(error, "code").equals(UNKNOWN))
                    .map(GraphApi::denied)
                    .orElse(refused);
        }
        Optional<JsonObject> error = error(body);
        if (error.isPresent()) {
            throw denied(error.get());
        }
        return body;
    }

    private static Optional<JsonObject> error(byte[] body) {
        return object(body)
                .flatMap(answer -> answer.get("error"))
                .map(error -> error instanceof JsonObject object ? object : JsonObject.EMPTY);
    }

    private static Optional<JsonObject> object(byte[] body) {
        try {
            return JsonDocument.parse(body, Limits.STANDARD).value() instanceof JsonObject object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }

    /** Facebook's words may hold anything: only the numbers of the error are repeated. */
    private static DeniedException denied(JsonObject error) {
        String code = number(error, "code");
        String message = "the Graph API reports error " + code + ", subcode " + number(error, "error_subcode");
        if (TOO_MANY.contains(code)) {
            return new DeniedException(DenialCode.HTTP_TOO_MANY_REQUESTS, message);
        }
        return new DeniedException(
                OUT_OF_ORDER.contains(code) ? DenialCode.PROVIDER_UNAVAILABLE : DenialCode.PROFILE_ERROR, message);
    }

    private static String number(JsonObject error, String name) {
        return error.get(name).orElse(JsonObject.EMPTY) instanceof JsonNumber number
                        && number.text().matches("[0-9]{1,9}")
                ? number.text()
                : UNKNOWN;
    }
}
