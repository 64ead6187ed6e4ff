package dev.onoma.oauth.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A key pair of a test's issuer, which signs whatever it is given: any header, any payload. */
record TestKey(String id, KeyPair pair, JwsAlgorithm algorithm) {
    /** Making an RSA key takes a tenth of a second, and the tests need no secret. */
    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    static TestKey rsa(String id) {
        return rsa(id, 2_048, JwsAlgorithm.RS256);
    }

    static TestKey rsa(String id, int bits, JwsAlgorithm algorithm) {
        return new TestKey(id, MADE.computeIfAbsent(id + bits, name -> generate("RSA", bits)), algorithm);
    }

    static TestKey ec(String id, JwsAlgorithm algorithm) {
        int bits = algorithm
                .curve()
                .orElseThrow()
                .toECParameterSpec()
                .getCurve()
                .getField()
                .getFieldSize();
        return new TestKey(id, MADE.computeIfAbsent(id + "ec" + bits, name -> generate("EC", bits)), algorithm);
    }

    private static KeyPair generate(String type, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Its public part as an issuer publishes it. */
    JsonObject jwk() {
        Map<String, Object> parts = pair.getPublic() instanceof RSAPublicKey rsa
                ? new RSAKey.Builder(rsa).build().toJSONObject()
                : new ECKey.Builder(
                                Curve.forECParameterSpec(((ECPublicKey) pair.getPublic()).getParams()),
                                (ECPublicKey) pair.getPublic())
                        .build()
                        .toJSONObject();
        return JsonObject.from(parts)
                .with("kid", JsonValue.from(id))
                .with("use", JsonValue.from("sig"))
                .with("alg", JsonValue.from(algorithm.name()));
    }

    /** A token with the usual header. */
    String sign(JsonObject claims) {
        return sign("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + id + "\"}", claims.toJson());
    }

    /** A token with that header and payload, to the letter. */
    String sign(String header, String payload) {
        return sign(header.getBytes(StandardCharsets.UTF_8), payload.getBytes(StandardCharsets.UTF_8));
    }

    String sign(byte[] header, byte[] payload) {
        String input = base64Url(header) + "." + base64Url(payload);
        return input + "." + signature(input);
    }

    /** The signature of a text in base64url. */
    String signature(String input) {
        try {
            JWSSigner signer = pair.getPrivate() instanceof ECPrivateKey ec
                    ? new ECDSASigner(ec)
                    : new RSASSASigner(pair.getPrivate(), Set.of(AllowWeakRSAKey.getInstance()));
            return signer.sign(
                            new JWSHeader(com.nimbusds.jose.JWSAlgorithm.parse(algorithm.name())),
                            input.getBytes(StandardCharsets.US_ASCII))
                    .toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String base64Url(String text) {
        return base64Url(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A JWK set of some keys. */
    static byte[] set(JsonObject... keys) {
        return JsonObject.builder()
                .put("keys", new JsonArray(List.of(keys)))
                .build()
                .toJson()
                .getBytes(StandardCharsets.UTF_8);
    }
}
