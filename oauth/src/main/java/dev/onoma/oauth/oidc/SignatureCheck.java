package dev.onoma.oauth.oidc;

import dev.onoma.oauth.http.Deadline;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way from a token's text to a verified signature: form, header, key, signature. Thread-safe. */
final class SignatureCheck {
    private final KeySource keys;
    private final Set<JwsAlgorithm> algorithms;
    private final OAuthLimits limits;

    SignatureCheck(KeySource keys, Set<JwsAlgorithm> algorithms, OAuthLimits limits) {
        this.keys = keys;
        this.algorithms = Set.copyOf(algorithms);
        this.limits = limits;
    }

    SignedToken verify(String text, TokenKind kind, TokenOrigin origin, Optional<Deadline> until) {
        Deadline deadline = until.orElseGet(() -> Deadline.in(limits.millis(OAuthLimit.CALLBACK_MILLIS)));
        CompactJws token = CompactJws.parse(text, kind, limits.of(kind.limit()));
        JoseHeader header = JoseHeader.of(token.header(), algorithms, kind);
        KeySet known = keys.current(deadline);
        Optional<SignedToken> verified = verified(token, header, known.fitting(header));
        if (verified.isPresent()) {
            return verified.get();
        }
        KeySet newer = keys.newerThan(known, origin, deadline);
        List<VerificationKey> fitting = newer.fitting(header);
        // A provider may also have replaced a key under its old name.
        return (newer == known ? Optional.<SignedToken>empty() : verified(token, header, fitting))
                .orElseThrow(() -> fitting.isEmpty()
                        ? kind.refuse(TokenProblem.UNKNOWN_KEY, "is signed with a key that the issuer does not publish")
                        : kind.refuse(TokenProblem.INVALID_SIGNATURE, "signature is not the issuer's"));
    }

    private static Optional<SignedToken> verified(
            CompactJws token, JoseHeader header, List<VerificationKey> candidates) {
        for (VerificationKey key : candidates) {
            if (key.verifies(header.algorithm(), token)) {
                return Optional.of(new SignedToken(token, header.algorithm(), key));
            }
        }
        return Optional.empty();
    }
}
