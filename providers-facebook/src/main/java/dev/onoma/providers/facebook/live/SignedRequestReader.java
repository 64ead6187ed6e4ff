package dev.onoma.providers.facebook.live;

import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.EncodedForm;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads signed requests: first the signature over the text as it came, then, of what Facebook did sign, the rest.
 *
 * @see <a href="https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback">Data
 *     deletion callback</a>
 */
record SignedRequestReader(String connection, AppSecret secret, OAuthLimits limits) {
    private static final String ALGORITHM = "HMAC-SHA256";

    SignedRequest.Authentic read(String form, Instant now) {
        JsonObject payload = payload(field(form));
        if (!payload.get("algorithm").equals(Optional.of(new JsonString(ALGORITHM)))) {
            throw refuse("names another algorithm than " + ALGORITHM);
        }
        Instant issuedAt = issuedAt(payload);
        Duration age = Duration.between(issuedAt, now);
        boolean future = age.negated().compareTo(limits.seconds(OAuthLimit.CLOCK_SKEW_SECONDS)) > 0;
        if (future || age.compareTo(limits.seconds(OAuthLimit.SIGNED_REQUEST_SECONDS)) > 0) {
            throw new DeniedException(DenialCode.SIGNED_REQUEST_EXPIRED, "the signed request is not of our time");
        }
        return new SignedRequest.Authentic(new IdentityKey(connection, userId(payload)), issuedAt);
    }

    private String field(String form) {
        if (form.length() > limits.of(OAuthLimit.CALLBACK_CHARACTERS)) {
            throw refuse("is too long");
        }
        return EncodedForm.parse(form)
                .map(fields -> fields.getOrDefault("signed_request", ""))
                .orElseThrow(() -> refuse("cannot be read"));
    }

    private JsonObject payload(String signedRequest) {
        int dot = signedRequest.indexOf('.');
        if (dot < 0) {
            throw refuse("has not two parts");
        }
        String text = signedRequest.substring(dot + 1);
        byte[] signature = decode(signedRequest.substring(0, dot));
        if (!MessageDigest.isEqual(signature, secret.hmac(text))) {
            throw refuse("is not signed with the app's secret");
        }
        try {
            if (JsonDocument.parse(decode(text), Limits.STANDARD).value() instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException unreadable) {
            throw refuse("has no acceptable JSON: " + unreadable.code());
        }
        throw refuse("has no JSON object");
    }

    /** One spelling only: what decodes must encode to the same again. RFC 4648, section 3.5. */
    private static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw refuse("is not base64url text");
        }
        throw refuse("is not base64url text");
    }

    private static Instant issuedAt(JsonObject payload) {
        JsonValue value = payload.get("issued_at").orElse(JsonObject.EMPTY);
        if (value instanceof JsonNumber number && number.text().matches("[0-9]{1,12}")) {
            return Instant.ofEpochSecond(Long.parseLong(number.text()));
        }
        throw refuse("has no \"issued_at\" in seconds");
    }

    private static String userId(JsonObject payload) {
        JsonValue value = payload.get("user_id").orElse(JsonObject.EMPTY);
        String id = value instanceof JsonNumber number && number.isIntegerLiteral()
                ? number.text()
                : value instanceof JsonString text ? text.value() : "";
        if (!id.matches("[0-9]{1,40}")) {
            throw refuse("has no \"user_id\" of digits");
        }
        return id;
    }

    private static DeniedException refuse(String problem) {
        return new DeniedException(DenialCode.INVALID_SIGNED_REQUEST, "the signed request " + problem);
    }
}
