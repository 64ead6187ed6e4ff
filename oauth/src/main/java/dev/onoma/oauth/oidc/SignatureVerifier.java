package dev.onoma.oauth.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.impl.RSASSA;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;

/** Checks signatures against one key, by Nimbus. Thread-safe. */
@FunctionalInterface
interface SignatureVerifier {
    /** Whether the token's signature was made by the key, with that very algorithm. */
    boolean verifies(JwsAlgorithm algorithm, CompactJws token);

    /** Not by Nimbus' own verifier, which would decode the signature a second time, leniently. */
    static SignatureVerifier of(RSAPublicKey key) {
        return (algorithm, token) -> {
            try {
                Signature check = RSASSA.getSignerAndVerifier(algorithm.header().getAlgorithm(), null);
                check.initVerify(key);
                check.update(token.signingInput());
                return check.verify(token.signature());
            } catch (JOSEException | GeneralSecurityException notVerifiable) {
                return false;
            }
        };
    }

    /** By Nimbus' verifier, which knows the two notations of such signatures, and refuses zeros. */
    static SignatureVerifier of(ECDSAVerifier verifier) {
        return (algorithm, token) -> {
            try {
                return verifier.verify(algorithm.header(), token.signingInput(), Base64URL.encode(token.signature()));
            } catch (JOSEException notVerifiable) {
                return false;
            }
        };
    }
}
