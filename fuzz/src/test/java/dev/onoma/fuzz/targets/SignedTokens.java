package dev.onoma.fuzz.targets;

import dev.onoma.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** An issuer's key for ES256, which signs whatever header and payload it is given. Each has a key of its own. */
final class SignedTokens {
    private static final int COORDINATE_BYTES = 32;

    private final KeyPair keys = generate();

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform in use has P-256", impossible);
        }
    }

    String sign(byte[] header, byte[] payload) throws GeneralSecurityException {
        String signed = base64(header) + "." + base64(payload);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + base64(signature.sign());
    }

    /** The JWKS. RFC 7517, section 5. */
    String published() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        JsonObject jwk = JsonObject.builder()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("kid", "k1")
                .put("use", "sig")
                .put("alg", "ES256")
                .put("x", coordinate(key.getW().getAffineX()))
                .put("y", coordinate(key.getW().getAffineY()))
                .build();
        return "{\"keys\":[" + jwk.toJson() + "]}";
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[COORDINATE_BYTES + 1];
        System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
        return base64(Arrays.copyOfRange(padded, 1, padded.length));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
