package dev.onoma.oauth.oidc;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * The usable public keys of an issuer, and why the others are not. Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, section 5</a>
 */
public final class KeySet {
    /** A set of many keys with their certificates is long, and no more dangerous for it. */
    private static final int MEMBERS_TIMES = 20;

    private final List<VerificationKey> keys;
    private final List<KeyRefusal> ignored;

    private KeySet(List<VerificationKey> keys, List<KeyRefusal> ignored) {
        this.keys = List.copyOf(keys);
        this.ignored = List.copyOf(ignored);
    }

    /** The usable keys of a JWK set as it was received, within the standard limits. */
    public static KeySet parse(byte[] utf8) {
        return parse(utf8, OAuthLimits.STANDARD);
    }

    /**
     * The usable keys of a JWK set as it was received. A key that cannot be used is left out, the others stay.
     *
     * @throws DeniedException {@code keys_unavailable} when it is no JWK set, or holds no usable key
     */
    public static KeySet parse(byte[] utf8, OAuthLimits limits) {
        List<VerificationKey> keys = new ArrayList<>();
        List<KeyRefusal> ignored = new ArrayList<>();
        for (JsonValue jwk : keys(utf8, limits)) {
            try {
                VerificationKey key = KeyReader.read(jwk);
                if (keys.size() < limits.of(OAuthLimit.JWKS_KEYS)) {
                    keys.add(key);
                } else {
                    ignored.add(KeyRefusal.TOO_MANY_KEYS);
                }
            } catch (KeyReader.Ignored unusable) {
                ignored.add(unusable.refusal());
            }
        }
        if (keys.isEmpty()) {
            throw unusable("holds no usable key" + (ignored.isEmpty() ? "" : ": " + words(ignored)));
        }
        return new KeySet(keys, ignored);
    }

    private static List<JsonValue> keys(byte[] utf8, OAuthLimits limits) {
        long members = (long) MEMBERS_TIMES * limits.of(OAuthLimit.JSON_MEMBERS);
        Limits json = limits.json(OAuthLimit.JWKS_BYTES)
                .with(Limit.CLAIMS_MEMBERS, (int) Math.min(members, Integer.MAX_VALUE));
        try {
            if (JsonDocument.parse(utf8, json).value() instanceof JsonObject set
                    && set.get("keys").orElse(null) instanceof JsonArray keys) {
                return keys.elements();
            }
        } catch (JsonException invalid) {
            throw unusable("is not acceptable JSON: " + invalid.message());
        }
        throw unusable("must be an object with an array \"keys\"");
    }

    private static DeniedException unusable(String problem) {
        return new DeniedException(DenialCode.KEYS_UNAVAILABLE, "the JWK set " + problem);
    }

    private static String words(List<KeyRefusal> ignored) {
        return String.join(
                ", ", ignored.stream().distinct().map(KeyRefusal::code).toList());
    }

    /** Those that could have signed a token with such a header, in the set's order. */
    List<VerificationKey> fitting(JoseHeader header) {
        List<VerificationKey> fitting = new ArrayList<>(1);
        for (VerificationKey key : keys) {
            if (key.fits(header)) {
                fitting.add(key);
            }
        }
        return fitting;
    }

    /** How many keys can be used. */
    public int size() {
        return keys.size();
    }

    /** Why the other keys of the set are not used, in the set's order: worth a line in a log. */
    public List<KeyRefusal> ignored() {
        return ignored;
    }

    @Override
    public String toString() {
        return "KeySet[" + keys.size() + " keys, ignored " + ignored.size() + "]";
    }
}
