package dev.onoma.testkit.oauth.http;

import dev.onoma.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP response: status, headers that come once each, and a body. {@code toString} prints its status and length. */
public final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** A response without headers and body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    /** A JSON object that no cache may keep (RFC 6749, section 5.1). */
    public static Answer json(int status, JsonObject body) {
        return text(status, "application/json", body.toJson()).with("Cache-Control", "no-store");
    }

    /** Text of a media type, in UTF-8. */
    public static Answer text(int status, String type, String body) {
        return new Answer(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    /** A redirect: 302, as providers send it after GET. */
    public static Answer redirect(String location) {
        return empty(302).with("Location", location).with("Cache-Control", "no-store");
    }

    /** An error of OAuth 2.0 (RFC 6749, section 5.2). */
    public static Answer oauthError(int status, String error) {
        return json(status, JsonObject.builder().put("error", error).build());
    }

    /** This answer with one header set. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, Collections.unmodifiableMap(more), body);
    }

    /** This answer with another body. */
    public Answer withBody(byte[] other) {
        return new Answer(status, headers, other.clone());
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Not a copy: for those who only read it. */
    byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.length + " bytes]";
    }
}
