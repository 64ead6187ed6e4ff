package dev.onoma.testkit.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The codes and access tokens that a provider has given out. Thread-safe. */
final class Grants {
    /**
     * What a code stands for.
     *
     * @param person who agreed
     * @param redirectUri where the code was sent
     * @param nonce the request's nonce, if any
     * @param challenge the request's PKCE challenge (RFC 7636, section 4.2), if any
     * @param scope what was asked for, separated by blanks
     */
    record Grant(Person person, String redirectUri, Optional<String> nonce, Optional<String> challenge, String scope) {
        boolean asksFor(String value) {
            return List.of(scope.split("[ ,]", -1)).contains(value);
        }

        boolean isProvenBy(Optional<String> verifier) {
            return challenge.isEmpty()
                    ? verifier.isEmpty()
                    : verifier.map(Grants::sha256).equals(challenge);
        }

        @Override
        public String toString() {
            return "Grant";
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Integer> redemptions = new ConcurrentHashMap<>();
    private final Map<String, Person> tokens = new ConcurrentHashMap<>();

    String code(Grant grant, boolean padded) {
        String code = padded ? "4/0" + secret() + "==" : secret();
        codes.put(code, grant);
        return code;
    }

    /** What a code stands for; empty for an unknown one, and for a used one unless those are good again. */
    Optional<Grant> redeem(String code, boolean reusable) {
        int times = redemptions.merge(code, 1, Integer::sum);
        return Optional.ofNullable(codes.get(code)).filter(grant -> reusable || times == 1);
    }

    int redemptions(String code) {
        return redemptions.getOrDefault(code, 0);
    }

    String accessToken(Person person) {
        String token = secret();
        tokens.put(token, person);
        return token;
    }

    Optional<Person> holder(String accessToken) {
        return Optional.ofNullable(tokens.get(accessToken));
    }

    String secret() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String sha256(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash("SHA-256", verifier));
    }

    /** The left half of a token's hash (OpenID Connect Core 1.0, section 3.1.3.6). */
    static String leftHalfHash(String accessToken, SigningAlgorithm algorithm) {
        byte[] hash = hash("SHA-" + algorithm.name().substring(2), accessToken);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    private static byte[] hash(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
