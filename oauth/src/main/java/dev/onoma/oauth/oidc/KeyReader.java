package dev.onoma.oauth.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one key of a JWK set, or says why it is ignored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-4">RFC 7517, section 4</a>
 */
final class KeyReader {
    private static final int FEWEST_BITS = 2_048;
    private static final int MOST_BITS = 8_192;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);
    private static final int MOST_EXPONENT_BITS = 64;

    private final JsonObject jwk;

    private KeyReader(JsonObject jwk) {
        this.jwk = jwk;
    }

    /** @throws Ignored when the key is not to be used */
    static VerificationKey read(JsonValue jwk) throws Ignored {
        if (!(jwk instanceof JsonObject object)) {
            throw new Ignored(KeyRefusal.MALFORMED_KEY);
        }
        return new KeyReader(object).key();
    }

    private VerificationKey key() throws Ignored {
        checkUse();
        Optional<String> type = text("kty");
        if (type.isEmpty()) {
            throw new Ignored(KeyRefusal.MALFORMED_KEY);
        }
        try {
            return switch (type.get()) {
                case "RSA" -> key(rsaAlgorithms(), rsa());
                case "EC" -> ec();
                default -> throw new Ignored(KeyRefusal.UNSUPPORTED_KEY);
            };
        } catch (JOSEException | IllegalArgumentException | IllegalStateException malformed) {
            throw new Ignored(KeyRefusal.MALFORMED_KEY);
        }
    }

    private VerificationKey key(Set<JwsAlgorithm> algorithms, SignatureVerifier verifier) throws Ignored {
        return new VerificationKey(text("kid"), allowed(algorithms), text("issuer"), verifier);
    }

    /** Those of the key's type, or the one that it names, which has to be one of them. */
    private Set<JwsAlgorithm> allowed(Set<JwsAlgorithm> ofType) throws Ignored {
        Optional<String> named = text("alg");
        if (named.isEmpty()) {
            return ofType;
        }
        Optional<JwsAlgorithm> algorithm = JwsAlgorithm.named(named.get());
        if (algorithm.isEmpty()) {
            throw new Ignored(KeyRefusal.OTHER_USE);
        }
        if (!ofType.contains(algorithm.get())) {
            throw new Ignored(KeyRefusal.MALFORMED_KEY);
        }
        return EnumSet.of(algorithm.get());
    }

    private void checkUse() throws Ignored {
        Optional<String> use = text("use");
        if (use.isPresent() && !use.get().equals("sig")) {
            throw new Ignored(KeyRefusal.OTHER_USE);
        }
        Optional<JsonValue> operations = jwk.get("key_ops");
        if (operations.isPresent()
                && !(operations.get() instanceof JsonArray array
                        && array.elements().contains(new JsonString("verify")))) {
            throw new Ignored(KeyRefusal.OTHER_USE);
        }
        if (jwk.has("d") || jwk.has("p") || jwk.has("q")) {
            throw new Ignored(KeyRefusal.PRIVATE_KEY);
        }
    }

    private static Set<JwsAlgorithm> rsaAlgorithms() {
        Set<JwsAlgorithm> algorithms = EnumSet.allOf(JwsAlgorithm.class);
        algorithms.removeIf(algorithm -> algorithm.curve().isPresent());
        return algorithms;
    }

    private SignatureVerifier rsa() throws Ignored, JOSEException {
        BigInteger modulus = number("n");
        BigInteger exponent = number("e");
        if (!modulus.testBit(0) || !exponent.testBit(0)) {
            throw new Ignored(KeyRefusal.MALFORMED_KEY);
        }
        if (modulus.bitLength() < FEWEST_BITS
                || modulus.bitLength() > MOST_BITS
                || exponent.compareTo(LEAST_EXPONENT) < 0
                || exponent.bitLength() > MOST_EXPONENT_BITS) {
            throw new Ignored(KeyRefusal.WEAK_KEY);
        }
        if (Roca.made(modulus)) {
            throw new Ignored(KeyRefusal.ROCA_KEY);
        }
        RSAKey key = new RSAKey.Builder(Base64URL.encode(modulus), Base64URL.encode(exponent)).build();
        return SignatureVerifier.of(key.toRSAPublicKey());
    }

    private VerificationKey ec() throws Ignored, JOSEException {
        String named = text("crv").orElseThrow(() -> new Ignored(KeyRefusal.MALFORMED_KEY));
        for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
            Optional<Curve> curve = algorithm.curve();
            if (curve.isPresent() && curve.get().getName().equals(named)) {
                return key(EnumSet.of(algorithm), ecdsa(curve.get()));
            }
        }
        throw new Ignored(KeyRefusal.UNSUPPORTED_KEY);
    }

    /** Nimbus refuses a point that is not on the curve. */
    private SignatureVerifier ecdsa(Curve curve) throws Ignored, JOSEException {
        int length = (curve.toECParameterSpec().getCurve().getField().getFieldSize() + 7) / 8;
        Base64URL x = Base64URL.encode(coordinate("x", length));
        Base64URL y = Base64URL.encode(coordinate("y", length));
        return SignatureVerifier.of(
                new ECDSAVerifier(new ECKey.Builder(curve, x, y).build().toECPublicKey()));
    }

    /** RFC 7518, section 6.2.1.2: in the full length of the curve. */
    private byte[] coordinate(String name, int length) throws Ignored {
        byte[] bytes = bytes(name);
        if (bytes.length != length) {
            throw new Ignored(KeyRefusal.MALFORMED_KEY);
        }
        return bytes;
    }

    private BigInteger number(String name) throws Ignored {
        return new BigInteger(1, bytes(name));
    }

    private byte[] bytes(String name) throws Ignored {
        return text(name).flatMap(Base64Url::decode).orElseThrow(() -> new Ignored(KeyRefusal.MALFORMED_KEY));
    }

    private Optional<String> text(String name) throws Ignored {
        Optional<JsonValue> value = jwk.get(name);
        if (value.isPresent() && !(value.get() instanceof JsonString)) {
            throw new Ignored(KeyRefusal.MALFORMED_KEY);
        }
        return value.map(string -> ((JsonString) string).value());
    }

    /** The key is not to be used; goes no further than the set. */
    static final class Ignored extends Exception {
        private static final long serialVersionUID = 1L;

        private final KeyRefusal refusal;

        Ignored(KeyRefusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }

        KeyRefusal refusal() {
            return refusal;
        }
    }
}
