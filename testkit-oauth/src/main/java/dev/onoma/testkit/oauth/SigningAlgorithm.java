package dev.onoma.testkit.oauth;

import com.nimbusds.jose.JWSAlgorithm;

/** How tokens are signed (RFC 7518, section 3.1), by the names they bear there. */
public enum SigningAlgorithm {
    RS256,
    RS384,
    RS512,
    PS256,
    PS384,
    PS512,
    ES256,
    ES384,
    ES512;

    JWSAlgorithm nimbus() {
        return JWSAlgorithm.parse(name());
    }
}
