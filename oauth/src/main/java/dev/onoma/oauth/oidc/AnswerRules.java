package dev.onoma.oauth.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Whether a token answers this login and no other.
 *
 * @param nonceMayBeMissing for issuers that do not repeat the nonce
 */
record AnswerRules(boolean nonceMayBeMissing) {
    void check(TokenClaims claims, IdTokenExpectation expected, JwsAlgorithm algorithm) {
        checkNonce(claims, expected);
        checkAccessToken(claims, expected.accessToken(), algorithm);
        if (!expected.contexts().isEmpty() && !expected.contexts().contains(claims.requiredText("acr"))) {
            throw claims.refuse(
                    TokenProblem.WRONG_AUTHENTICATION_CONTEXT, "acr", "must be one of those that were asked for");
        }
    }

    private void checkNonce(TokenClaims claims, IdTokenExpectation login) {
        Optional<String> nonce = claims.text("nonce");
        Optional<String> expected = login.nonce();
        if (expected.isEmpty()) {
            if (nonce.isPresent()) {
                throw claims.refuse(TokenProblem.NONCE_MISMATCH, "nonce", "was not asked for");
            }
        } else if (nonce.isEmpty()) {
            // From the issuer itself it came for a code that PKCE binds to the login; from elsewhere nothing else does.
            if (!nonceMayBeMissing || login.origin() != TokenOrigin.ISSUER) {
                throw claims.refuse(TokenProblem.MISSING_CLAIM, "nonce", "is missing");
            }
        } else if (!isSame(nonce.get(), expected.get())) {
            throw claims.refuse(TokenProblem.NONCE_MISMATCH, "nonce", "must be that of this login");
        }
    }

    /** OpenID Connect Core 1.0, section 3.1.3.8: optional in the code flow, and binding where it is there. */
    private static void checkAccessToken(TokenClaims claims, Optional<String> accessToken, JwsAlgorithm algorithm) {
        Optional<String> hash = claims.text("at_hash");
        if (hash.isPresent()
                && accessToken.isPresent()
                && !isSame(hash.get(), leftHalf(accessToken.get(), algorithm.hash()))) {
            throw claims.refuse(
                    TokenProblem.ACCESS_TOKEN_MISMATCH, "at_hash", "must be of the access token that came with it");
        }
    }

    private static String leftHalf(String accessToken, String algorithm) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(accessToken.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-2", impossible);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
