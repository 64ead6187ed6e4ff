package dev.onoma.providers.facebook.live;

import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges what {@code debug_token} says of a token that a client handed over: valid still, a person's, and issued to this
 * app. A token of another app would log its owner in here at the will of that app.
 *
 * @param appId this app
 */
record TokenInspection(String appId) {
    /** Whose token it is. */
    String userId(JsonObject said, Instant now) {
        if (!said.get("is_valid").equals(Optional.of(JsonBoolean.TRUE))) {
            throw refuse("is not valid");
        }
        if (!text(said, "app_id").equals(Optional.of(appId))) {
            throw refuse("was issued to another app");
        }
        if (!text(said, "type").equals(Optional.of("USER"))) {
            throw refuse("is no person's");
        }
        if (isPast(said.get("expires_at"), now)) {
            throw refuse("is expired");
        }
        return text(said, "user_id").filter(id -> !id.isBlank()).orElseThrow(() -> refuse("names no person"));
    }

    /** Zero stands for a token that does not expire. */
    private static boolean isPast(Optional<JsonValue> expiry, Instant now) {
        if (expiry.isEmpty()) {
            return false;
        }
        if (!(expiry.get() instanceof JsonNumber number)) {
            return true;
        }
        BigDecimal at = number.decimal();
        return at.signum() != 0 && at.compareTo(BigDecimal.valueOf(now.getEpochSecond())) <= 0;
    }

    /** Ids are text; an integer keeps its digits. */
    private static Optional<String> text(JsonObject said, String name) {
        return said.get(name).flatMap(value -> {
            if (value instanceof JsonString text) {
                return Optional.of(text.value());
            }
            return value instanceof JsonNumber number && number.isIntegerLiteral()
                    ? Optional.of(number.text())
                    : Optional.empty();
        });
    }

    private static DeniedException refuse(String problem) {
        return new DeniedException(DenialCode.FOREIGN_TOKEN, "the access token that was handed over " + problem);
    }
}
