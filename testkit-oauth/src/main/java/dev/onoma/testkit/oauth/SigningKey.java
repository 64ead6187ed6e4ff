package dev.onoma.testkit.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import java.util.UUID;

/** A private key with its id and its algorithm. {@code toString} prints the algorithm alone. */
record SigningKey(JWK key, SigningAlgorithm algorithm) {
    /** A new key, as strong as its algorithm asks. */
    static SigningKey fresh(SigningAlgorithm algorithm) {
        return of(algorithm, generate(algorithm, 2048));
    }

    /** An RSA key that nobody should accept: RFC 7518, section 3.3 asks for 2048 bits. */
    static SigningKey weak() {
        return of(SigningAlgorithm.RS256, generate(SigningAlgorithm.RS256, 1024));
    }

    static SigningKey of(SigningAlgorithm algorithm, KeyPair pair) {
        String id = UUID.randomUUID().toString();
        JWK key = pair.getPublic() instanceof ECPublicKey point
                ? new ECKey.Builder(Curve.forECParameterSpec(point.getParams()), point)
                        .privateKey(pair.getPrivate())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(algorithm.nimbus())
                        .keyID(id)
                        .build()
                : new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                        .privateKey(pair.getPrivate())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(algorithm.nimbus())
                        .keyID(id)
                        .build();
        return new SigningKey(key, algorithm);
    }

    static KeyPair generate(SigningAlgorithm algorithm, int rsaBits) {
        try {
            boolean elliptic = algorithm.name().startsWith("ES");
            KeyPairGenerator generator = KeyPairGenerator.getInstance(elliptic ? "EC" : "RSA");
            generator.initialize(elliptic ? ellipticBits(algorithm) : rsaBits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int ellipticBits(SigningAlgorithm algorithm) {
        return switch (algorithm) {
            case ES384 -> 384;
            case ES512 -> 521;
            default -> 256;
        };
    }

    String id() {
        return key.getKeyID();
    }

    PublicKey publicKey() {
        try {
            return ((AsymmetricJWK) key).toPublicKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public half as a member of a JWKS. */
    JsonObject published() {
        JsonObject half = (JsonObject) JsonValue.parse(key.toPublicJWK().toJSONString());
        return half.with("alg", JsonValue.from(algorithm.name()));
    }

    /** The same key under another algorithm: RSA keys allow it, elliptic ones only with their own curve. */
    SigningKey as(SigningAlgorithm other) {
        return new SigningKey(key, other);
    }

    /** The signature of a text, in base64url. */
    String sign(String text) {
        try {
            JWSSigner signer = key instanceof RSAKey rsa
                    ? new RSASSASigner(rsa.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()))
                    : new ECDSASigner(key.toECKey());
            return sign(signer, algorithm.nimbus(), text);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The HS256 of a text, in base64url. */
    static String hs256(byte[] secret, String text) {
        try {
            return sign(new MACSigner(secret), JWSAlgorithm.HS256, text);
        } catch (JOSEException tooShort) {
            throw new IllegalStateException("HS256 needs a secret of 32 bytes", tooShort);
        }
    }

    private static String sign(JWSSigner signer, JWSAlgorithm algorithm, String text) throws JOSEException {
        return signer.sign(new JWSHeader(algorithm), text.getBytes(StandardCharsets.US_ASCII))
                .toString();
    }

    @Override
    public String toString() {
        return "SigningKey[" + algorithm + "]";
    }
}
