package dev.onoma.faults;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.onoma.core.json.JsonObject;

/** A key that a provider signs with, and publishes. */
record Signer(RSAKey key) {
    /** Made once: a key takes longer to make than a login. */
    static final Signer FIRST = make("zq7-key-01");

    static final Signer SECOND = make("zq7-key-02");

    private static Signer make(String id) {
        try {
            return new Signer(new RSAKeyGenerator(2048)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate());
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** This key's secret half under another's name. */
    Signer named(String id) {
        return new Signer(new RSAKey.Builder(key).keyID(id).build());
    }

    String id() {
        return key.getKeyID();
    }

    String sign(JsonObject claims) {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id()).build(), new Payload(claims.toJson()));
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    /** As a JWK set has it. */
    String jwk() {
        return key.toPublicJWK().toJSONString();
    }
}
