package dev.onoma.testkit.oauth;

import static java.util.Map.entry;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.testkit.oauth.http.BrokenJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The misbehaviours that show in the claims of an id_token: each turns the right claims, or their text, into wrong ones. */
final class IdTokenClaims {
    private static final int FOREVER = 30 * 86_400;

    /** What is done to the claims; the token's own time is their {@code iat}. */
    private static final Map<Misbehaviour, BiFunction<JsonObject, Instant, JsonObject>> CLAIMS = Map.ofEntries(
            entry(Misbehaviour.WRONG_ISSUER, (claims, now) -> put(claims, "iss", "https://issuer.invalid")),
            entry(Misbehaviour.ISSUER_WITH_SLASH, (claims, now) -> put(claims, "iss", text(claims, "iss") + "/")),
            entry(
                    Misbehaviour.ISSUER_WITHOUT_SCHEME,
                    (claims, now) -> put(claims, "iss", text(claims, "iss").replaceFirst("^https?://", ""))),
            entry(Misbehaviour.MISSING_ISSUER, (claims, now) -> claims.without("iss")),
            entry(Misbehaviour.WRONG_AUDIENCE, (claims, now) -> put(claims, "aud", "another-client")),
            entry(Misbehaviour.MISSING_AUDIENCE, (claims, now) -> claims.without("aud")),
            entry(Misbehaviour.EMPTY_AUDIENCE, (claims, now) -> put(claims, "aud", List.of())),
            entry(Misbehaviour.AUDIENCE_IN_ARRAY, (claims, now) -> put(claims, "aud", List.of(text(claims, "aud")))),
            entry(
                    Misbehaviour.SEVERAL_AUDIENCES,
                    (claims, now) -> severalAudiences(claims).without("azp")),
            entry(
                    Misbehaviour.SEVERAL_AUDIENCES_WITH_AZP,
                    (claims, now) -> put(severalAudiences(claims), "azp", text(claims, "aud"))),
            entry(Misbehaviour.WRONG_AZP, (claims, now) -> put(claims, "azp", "another-client")),
            entry(Misbehaviour.WRONG_NONCE, (claims, now) -> put(claims, "nonce", "another-nonce")),
            entry(Misbehaviour.MISSING_NONCE, (claims, now) -> claims.without("nonce")),
            entry(Misbehaviour.WRONG_AT_HASH, (claims, now) -> put(claims, "at_hash", "AAAAAAAAAAAAAAAAAAAAAA")),
            entry(Misbehaviour.MISSING_AT_HASH, (claims, now) -> claims.without("at_hash")),
            entry(Misbehaviour.MISSING_SUBJECT, (claims, now) -> claims.without("sub")),
            entry(Misbehaviour.NULL_SUBJECT, (claims, now) -> claims.with("sub", JsonValue.from(null))),
            entry(Misbehaviour.NUMERIC_SUBJECT, (claims, now) -> put(claims, "sub", 248_289_761_001L)),
            entry(Misbehaviour.BLANK_SUBJECT, (claims, now) -> put(claims, "sub", " ")),
            entry(Misbehaviour.OVERLONG_SUBJECT, (claims, now) -> put(claims, "sub", "s".repeat(256))),
            entry(Misbehaviour.MISSING_EXPIRY, (claims, now) -> claims.without("exp")),
            entry(Misbehaviour.EXPIRED, (claims, now) -> at(at(claims, "iat", now, -10_800), "exp", now, -7_200)),
            entry(Misbehaviour.ENORMOUS_EXPIRY, (claims, now) -> put(claims, "exp", 1_000_000_000_000_000_000L)),
            entry(
                    Misbehaviour.EXPIRY_AS_TEXT,
                    (claims, now) -> put(claims, "exp", Long.toString(now.getEpochSecond() + 3_600))),
            entry(Misbehaviour.LONG_LIFE, (claims, now) -> at(claims, "exp", now, FOREVER)),
            entry(Misbehaviour.MISSING_ISSUED_AT, (claims, now) -> claims.without("iat")),
            entry(Misbehaviour.ISSUED_IN_FUTURE, (claims, now) -> at(at(claims, "iat", now, 3_600), "exp", now, 7_200)),
            entry(Misbehaviour.ISSUED_LONG_AGO, (claims, now) -> at(at(claims, "iat", now, -3_600), "exp", now, 3_600)),
            entry(Misbehaviour.NOT_YET_VALID, (claims, now) -> at(claims, "nbf", now, 3_600)),
            entry(Misbehaviour.WRONG_HOSTED_DOMAIN, (claims, now) -> put(claims, "hd", "another.example")),
            entry(Misbehaviour.MISSING_HOSTED_DOMAIN, (claims, now) -> claims.without("hd")),
            entry(Misbehaviour.NO_CLAIMS, (claims, now) -> JsonObject.EMPTY),
            entry(Misbehaviour.OVERSIZED_TOKEN, (claims, now) -> put(claims, "padding", "x".repeat(64 << 10))));

    /** What is done to the text of the claims. */
    private static final Map<Misbehaviour, Function<JsonObject, byte[]>> TEXTS = Map.of(
            Misbehaviour.DUPLICATE_CLAIMS, claims -> utf8(BrokenJson.duplicateMembers(claims)),
            Misbehaviour.ARRAY_OF_PAIRS, claims -> utf8(BrokenJson.arrayOfPairs(claims)),
            Misbehaviour.BYTE_ORDER_MARK, claims -> BrokenJson.byteOrderMark(utf8(claims.toJson())),
            Misbehaviour.INVALID_UTF8, BrokenJson::invalidUtf8,
            Misbehaviour.DEEP_CLAIM, claims -> utf8(BrokenJson.deepNesting(claims, 1_000)),
            Misbehaviour.TRAILING_TEXT, claims -> utf8(claims.toJson() + "{}"));

    private IdTokenClaims() {}

    static boolean shows(Misbehaviour misbehaviour) {
        return CLAIMS.containsKey(misbehaviour) || TEXTS.containsKey(misbehaviour);
    }

    /** The text of claims, after all that is to go wrong with it. */
    static byte[] text(JsonObject right, Instant now, Set<Misbehaviour> active) {
        JsonObject claims = right;
        for (Misbehaviour misbehaviour : active) {
            claims = CLAIMS.getOrDefault(misbehaviour, (same, any) -> same).apply(claims, now);
        }
        for (Misbehaviour misbehaviour : active) {
            Function<JsonObject, byte[]> text = TEXTS.get(misbehaviour);
            if (text != null) {
                return text.apply(claims);
            }
        }
        return utf8(claims.toJson());
    }

    private static JsonObject severalAudiences(JsonObject claims) {
        return put(claims, "aud", List.of(text(claims, "aud"), "another-client"));
    }

    private static JsonObject at(JsonObject claims, String name, Instant now, int seconds) {
        return put(claims, name, now.getEpochSecond() + seconds);
    }

    private static JsonObject put(JsonObject claims, String name, Object value) {
        return claims.with(name, JsonValue.from(value));
    }

    private static String text(JsonObject claims, String name) {
        return new Person("", claims).text(name).orElse("");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
