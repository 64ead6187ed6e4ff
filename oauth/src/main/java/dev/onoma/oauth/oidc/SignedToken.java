package dev.onoma.oauth.oidc;

import java.util.Optional;

/** A token whose signature is one of the issuer's keys'. Only {@link SignatureCheck} makes one. */
final class SignedToken {
    private final CompactJws token;
    private final JwsAlgorithm algorithm;
    private final VerificationKey key;

    SignedToken(CompactJws token, JwsAlgorithm algorithm, VerificationKey key) {
        this.token = token;
        this.algorithm = algorithm;
        this.key = key;
    }

    /** What was signed; not to be written to. */
    byte[] payload() {
        return token.payload();
    }

    JwsAlgorithm algorithm() {
        return algorithm;
    }

    /** The only issuer that the key may be used for; empty when it does not say. */
    Optional<String> keyIssuer() {
        return key.issuer();
    }
}
