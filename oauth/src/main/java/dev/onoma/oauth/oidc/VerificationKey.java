package dev.onoma.oauth.oidc;

import java.util.Optional;
import java.util.Set;

/**
 * One public key of an issuer, with the verifier that was built for it. Thread-safe.
 *
 * @param keyId how tokens name it; empty when the issuer gave it no name
 * @param algorithms those that it may be used with
 * @param issuer the only issuer that it may be used for, perhaps with a tenant's place in it; empty when it does not say
 */
record VerificationKey(
        Optional<String> keyId, Set<JwsAlgorithm> algorithms, Optional<String> issuer, SignatureVerifier verifier) {

    boolean fits(JoseHeader header) {
        return algorithms.contains(header.algorithm())
                && (header.keyId().isEmpty() || header.keyId().equals(keyId));
    }

    boolean verifies(JwsAlgorithm algorithm, CompactJws token) {
        return verifier.verifies(algorithm, token);
    }

    @Override
    public String toString() {
        return "VerificationKey" + algorithms;
    }
}
