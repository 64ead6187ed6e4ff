package dev.onoma.oauth.oidc;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signature algorithms that can be allowed, by their names in RFC 7518, section 3.1. There is no {@code none}, and
 * no HMAC, whose verifier could forge.
 */
public enum JwsAlgorithm {
    /** RSASSA-PKCS1-v1_5 with SHA-256, which every provider has to support. */
    RS256("SHA-256", null),
    /** RSASSA-PKCS1-v1_5 with SHA-384. */
    RS384("SHA-384", null),
    /** RSASSA-PKCS1-v1_5 with SHA-512. */
    RS512("SHA-512", null),
    /** RSASSA-PSS with SHA-256. */
    PS256("SHA-256", null),
    /** RSASSA-PSS with SHA-384. */
    PS384("SHA-384", null),
    /** RSASSA-PSS with SHA-512. */
    PS512("SHA-512", null),
    /** ECDSA on P-256 with SHA-256. */
    ES256("SHA-256", Curve.P_256),
    /** ECDSA on P-384 with SHA-384. */
    ES384("SHA-384", Curve.P_384),
    /** ECDSA on P-521 with SHA-512. */
    ES512("SHA-512", Curve.P_521);

    private final String hash;
    // Both types of Nimbus are immutable, and not marked so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final @Nullable Curve curve;

    @SuppressWarnings("ImmutableEnumChecker")
    private final JWSHeader header;

    JwsAlgorithm(String hash, @Nullable Curve curve) {
        this.hash = hash;
        this.curve = curve;
        this.header = new JWSHeader(com.nimbusds.jose.JWSAlgorithm.parse(name()));
    }

    /** The algorithm of that name, compared exactly; empty when it is none of these. */
    static Optional<JwsAlgorithm> named(String name) {
        for (JwsAlgorithm algorithm : values()) {
            if (algorithm.name().equals(name)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The hash that it signs, which is also that of {@code at_hash}. */
    String hash() {
        return hash;
    }

    /** The curve of its keys; empty when they are RSA keys. */
    Optional<Curve> curve() {
        return Optional.ofNullable(curve);
    }

    /** A header that says nothing else, which is all that a verifier looks at. */
    JWSHeader header() {
        return header;
    }
}
