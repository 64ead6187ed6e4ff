package dev.onoma.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.onoma.core.json.JsonObject;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/** An id_token of the usual size, signed a moment ago with an RSA key of 2,048 bits, and what it answers. */
final class IssuedToken {
    static final String ISSUER = "https://idp.example.com";
    static final String CLIENT = "s6BhdRkqt3";
    static final String NONCE = "n-0S6_WzA2Mj";

    private final RSAKey key;
    private final String text;

    IssuedToken() {
        try {
            key = new RSAKeyGenerator(2_048)
                    .keyID("1e9gdk7")
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            JWSObject token = new JWSObject(
                    header, new com.nimbusds.jose.Payload(claims(Instant.now().getEpochSecond())));
            token.sign(new RSASSASigner(key));
            text = token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String claims(long now) {
        return JsonObject.builder()
                .put("iss", ISSUER)
                .put("sub", "248289761001")
                .put("aud", CLIENT)
                .put("nonce", NONCE)
                .put("exp", now + 3_600)
                .put("iat", now)
                .put("name", "Ana Lovrić")
                .put("given_name", "Ana")
                .put("family_name", "Lovrić")
                .put("email", "ana.lovric@example.com")
                .put("email_verified", true)
                .put("picture", "https://idp.example.com/photos/248289761001.jpg")
                .build()
                .toJson();
    }

    String text() {
        return text;
    }

    RSAKey key() {
        return key;
    }

    RSAPublicKey publicKey() {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
