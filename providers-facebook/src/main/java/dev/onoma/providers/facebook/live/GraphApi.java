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
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Graph API's answers about persons and tokens; its errors as denials, with whatever status they come. */
final class GraphApi {
    /** Application, user, page and custom rate limits. */
    private static final Set<String> TOO_MANY = Set.of("4", "17", "32", "613");

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
        return Claims.parse(answer("/me", query, accessToken, http), Evidence.GRAPH_API_RESPONSE);
    }

    /**
     * What Facebook says of a token.
     *
     * @see <a href="https://developers.facebook.com/docs/graph-api/reference/debug_token">Graph API, debug_token</a>
     */
    JsonObject debugToken(String appId, String inputToken, HttpExchange http) {
        byte[] body = answer("/debug_token", Map.of("input_token", inputToken), secret.appToken(appId), http);
        JsonValue data = object(body).flatMap(answer -> answer.get("data")).orElse(JsonObject.EMPTY);
        return data instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    /** Tokens of ours go into the header, which nobody logs. */
    private byte[] answer(String path, Map<String, String> query, String accessToken, HttpExchange http) {
        URI uri = facebook.graph(path + "?" + EncodedForm.of(query));
        byte[] body;
        try {
            body = http.send(HttpCall.get(uri, BodyKind.USERINFO).bearer(accessToken))
                    .body();
        } catch (HttpException refused) {
            throw refused.reply()
                    .map(HttpReply::body)
                    .flatMap(GraphApi::error)
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
                : "unknown";
    }
}
