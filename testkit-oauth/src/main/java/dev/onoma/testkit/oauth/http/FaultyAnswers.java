package dev.onoma.testkit.oauth.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The answers that a fault makes of the right one, but for those faults that break the connection itself. */
final class FaultyAnswers {
    private static final String PAGE = "<!doctype html><title>Error</title><p>Something is not as it should be.";

    private FaultyAnswers() {}

    static Answer of(Fault fault, Answer right, String elsewhere) {
        return switch (fault) {
            case EMPTY -> right.withBody(new byte[0]);
            case HTML -> page(200);
            case WRONG_CONTENT_TYPE -> right.with("Content-Type", "text/html");
            case GZIP -> gzip(right);
            case GZIP_BOMB -> gzip(right.withBody(BrokenJson.whiteSpace(64 << 20)));
            case TOO_LARGE -> right.withBody(BrokenJson.whiteSpace(8 << 20));
            case REDIRECT -> Answer.redirect(elsewhere);
            case REDIRECT_REPEATING -> Answer.empty(307).with("Location", elsewhere);
            case BAD_REQUEST -> Answer.oauthError(400, "invalid_request");
            case UNAUTHORIZED -> Answer.empty(401).with("WWW-Authenticate", "Bearer");
            case FORBIDDEN -> page(403);
            case NOT_FOUND -> page(404);
            case TOO_MANY_REQUESTS -> Answer.oauthError(429, "slow_down").with("Retry-After", "30");
            case SERVER_ERROR -> page(500);
            case UNAVAILABLE -> page(503).with("Retry-After", "30");
            default -> brokenJson(fault, right);
        };
    }

    private static Answer brokenJson(Fault fault, Answer right) {
        boolean json = right.headers().getOrDefault("Content-Type", "").equals("application/json");
        var object = BrokenJson.object(json ? right.body() : "{}".getBytes(StandardCharsets.UTF_8));
        return switch (fault) {
            case NOT_JSON -> right.withBody(utf8("access granted"));
            case JSON_NULL -> right.withBody(utf8("null"));
            case JSON_FALSE -> right.withBody(utf8("false"));
            case IN_AN_ARRAY -> right.withBody(utf8("[" + object.toJson() + "]"));
            case ARRAY_OF_PAIRS -> right.withBody(utf8(BrokenJson.arrayOfPairs(object)));
            case DUPLICATE_MEMBERS -> right.withBody(utf8(BrokenJson.duplicateMembers(object)));
            case TRAILING_TEXT -> right.withBody(utf8(object.toJson() + "{}"));
            case BYTE_ORDER_MARK -> right.withBody(BrokenJson.byteOrderMark(right.body()));
            case INVALID_UTF8 -> right.withBody(BrokenJson.invalidUtf8(object));
            case DEEP_NESTING -> right.withBody(utf8(BrokenJson.deepNesting(object, 10_000)));
            case MANY_MEMBERS -> right.withBody(utf8(BrokenJson.manyMembers(object, 5_000)));
            default -> throw new IllegalArgumentException(fault + " is no broken body");
        };
    }

    private static Answer page(int status) {
        return Answer.text(status, "text/html; charset=utf-8", PAGE);
    }

    private static Answer gzip(Answer answer) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(answer.body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return answer.withBody(packed.toByteArray()).with("Content-Encoding", "gzip");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
