package dev.onoma.testkit.oauth;

import static dev.onoma.testkit.oauth.Misbehaviour.DUPLICATE_KID;
import static dev.onoma.testkit.oauth.Misbehaviour.FOREIGN_NEIGHBOUR_KEY;
import static dev.onoma.testkit.oauth.Misbehaviour.KEY_FOR_ENCRYPTION;
import static dev.onoma.testkit.oauth.Misbehaviour.MALFORMED_NEIGHBOUR_KEY;
import static dev.onoma.testkit.oauth.Misbehaviour.MANY_KEYS;
import static dev.onoma.testkit.oauth.Misbehaviour.NO_KEYS;
import static dev.onoma.testkit.oauth.Misbehaviour.OTHER_KEYS;
import static dev.onoma.testkit.oauth.Misbehaviour.WEAK_KEY;
import static dev.onoma.testkit.oauth.Misbehaviour.WEAK_NEIGHBOUR_KEY;
import static dev.onoma.testkit.oauth.Misbehaviour.ZERO_SIGNATURE;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The keys of an issuer, and those that it should not have. Thread-safe. */
final class KeyRing {
    /** Which misbehaviours show in the published keys. */
    static final Set<Misbehaviour> SHOWN = Set.of(
            MALFORMED_NEIGHBOUR_KEY,
            FOREIGN_NEIGHBOUR_KEY,
            WEAK_NEIGHBOUR_KEY,
            DUPLICATE_KID,
            KEY_FOR_ENCRYPTION,
            MANY_KEYS,
            NO_KEYS,
            OTHER_KEYS);

    /** Making a key takes a tenth of a second, and tests start many issuers: these serve them all. */
    private static final class Made {
        static final SigningKey FIRST = SigningKey.fresh(SigningAlgorithm.RS256);
        static final SigningKey STRANGER = SigningKey.fresh(SigningAlgorithm.RS256);
        static final SigningKey WEAK = SigningKey.weak();
        static final SigningKey ELLIPTIC = SigningKey.fresh(SigningAlgorithm.ES256);

        private Made() {}
    }

    private final SigningAlgorithm algorithm;
    private volatile List<SigningKey> keys;

    KeyRing(SigningAlgorithm algorithm) {
        this.algorithm = algorithm;
        this.keys = List.of(algorithm.name().startsWith("ES") ? SigningKey.fresh(algorithm) : Made.FIRST.as(algorithm));
    }

    SigningKey current() {
        return keys.get(0);
    }

    SigningKey stranger() {
        return Made.STRANGER;
    }

    SigningKey weak() {
        return Made.WEAK;
    }

    SigningKey elliptic() {
        return Made.ELLIPTIC;
    }

    /** Signs with a new key from now on; the one before stays published where it is to overlap. */
    synchronized void rotate(boolean overlap) {
        SigningKey fresh = SigningKey.fresh(algorithm);
        keys = overlap ? List.of(fresh, current()) : List.of(fresh);
    }

    /** The JWKS (RFC 7517, section 5). */
    JsonObject published(Set<Misbehaviour> active) {
        List<JsonValue> published = new ArrayList<>();
        neighbours(active, published);
        if (!active.contains(NO_KEYS) && !active.contains(OTHER_KEYS)) {
            for (SigningKey key : keys) {
                JsonObject jwk = key.published();
                published.add(active.contains(KEY_FOR_ENCRYPTION) ? jwk.with("use", new JsonString("enc")) : jwk);
            }
        }
        return JsonObject.builder().put("keys", new JsonArray(published)).build();
    }

    private void neighbours(Set<Misbehaviour> active, List<JsonValue> published) {
        if (active.contains(MALFORMED_NEIGHBOUR_KEY)) {
            published.add(stranger().published().without("n"));
        }
        if (active.contains(FOREIGN_NEIGHBOUR_KEY)) {
            published.add(JsonObject.builder()
                    .put("kty", "LATTICE")
                    .put("kid", "lattice-1")
                    .put("b", "AQAB")
                    .build());
        }
        if (active.contains(WEAK_NEIGHBOUR_KEY) || active.contains(WEAK_KEY)) {
            published.add(weak().published());
        }
        if (active.contains(ZERO_SIGNATURE)) {
            published.add(elliptic().published());
        }
        if (active.contains(DUPLICATE_KID)) {
            published.add(named(stranger(), current().id()));
        }
        if (active.contains(OTHER_KEYS)) {
            published.add(stranger().published());
        }
        for (int i = 0; active.contains(MANY_KEYS) && i < 60; i++) {
            published.add(named(stranger(), "neighbour-" + i));
        }
    }

    private static JsonObject named(SigningKey key, String id) {
        return key.published().with("kid", new JsonString(id));
    }
}
