package dev.onoma.oauth.oidc;

import dev.onoma.core.Limits;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The claims of a signed token, each read as the one type that it may have; nothing is converted. */
final class TokenClaims {
    /** The end of the year 9999. */
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L);

    private static final int DIGITS_OF_SECONDS = 12;

    private final Claims claims;
    private final JsonObject object;
    private final TokenKind kind;

    private TokenClaims(Claims claims, JsonObject object, TokenKind kind) {
        this.claims = claims;
        this.object = object;
        this.kind = kind;
    }

    /** @throws InvalidTokenException when the payload is no strict JSON object */
    static TokenClaims parse(byte[] payload, Evidence evidence, TokenKind kind, Limits limits) {
        Claims claims = Claims.parse(payload, evidence, limits);
        if (claims.refusal().isPresent()) {
            throw kind.refuse(
                    TokenProblem.INVALID_JSON,
                    "payload: " + claims.refusal().get().message());
        }
        return claims.sources()
                .get(0)
                .object()
                .map(object -> new TokenClaims(claims, object, kind))
                .orElseThrow(() -> kind.refuse(TokenProblem.INVALID_JSON, "payload must be a JSON object"));
    }

    /** As what they are to the core, which the caller hands out once every check has passed. */
    Claims asClaims() {
        return claims;
    }

    boolean has(String claim) {
        return object.has(claim);
    }

    /** A text that is not empty. */
    String requiredText(String claim) {
        return text(claim).orElseThrow(() -> refuse(TokenProblem.MISSING_CLAIM, claim, "is missing"));
    }

    /** A text that is not empty, where the claim is there. */
    Optional<String> text(String claim) {
        Optional<JsonValue> value = object.get(claim);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof JsonString string) {
            if (string.value().isEmpty()) {
                throw refuse(TokenProblem.INVALID_CLAIM, claim, "must not be empty");
            }
            return Optional.of(string.value());
        }
        throw wrongType(claim, "a string", value.get());
    }

    /** One text, or an array of at least one. */
    List<String> requiredTexts(String claim) {
        JsonValue value = object.get(claim).orElseThrow(() -> refuse(TokenProblem.MISSING_CLAIM, claim, "is missing"));
        if (value instanceof JsonString string) {
            return List.of(string.value());
        }
        if (value instanceof JsonArray array
                && !array.elements().isEmpty()
                && array.elements().stream().allMatch(JsonString.class::isInstance)) {
            return array.elements().stream()
                    .map(element -> ((JsonString) element).value())
                    .toList();
        }
        throw wrongType(claim, "a string or an array of strings", value);
    }

    long requiredSeconds(String claim) {
        return seconds(claim).orElseThrow(() -> refuse(TokenProblem.MISSING_CLAIM, claim, "is missing"));
    }

    /** Whole seconds since 1970, where the claim is there. RFC 7519, section 2, NumericDate. */
    OptionalLong seconds(String claim) {
        Optional<JsonValue> value = object.get(claim);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!(value.get() instanceof JsonNumber number)) {
            throw wrongType(claim, "a number", value.get());
        }
        if (number.text().length() <= DIGITS_OF_SECONDS - 1
                && number.isIntegerLiteral()
                && number.text().charAt(0) != '-') {
            return OptionalLong.of(Long.parseLong(number.text()));
        }
        BigDecimal seconds = number.decimal();
        if (seconds.signum() < 0 || seconds.compareTo(LATEST) > 0) {
            throw refuse(TokenProblem.INVALID_CLAIM, claim, "must be a time between 1970 and 9999");
        }
        return OptionalLong.of(seconds.longValue());
    }

    InvalidTokenException refuse(TokenProblem problem, String claim, String message) {
        return kind.refuseClaim(problem, claim, message);
    }

    private InvalidTokenException wrongType(String claim, String expected, JsonValue value) {
        return refuse(
                TokenProblem.INVALID_CLAIM,
                claim,
                "must be " + expected + ", but is " + value.type().phrase());
    }
}
