package dev.onoma.oauth.oidc;

import dev.onoma.oauth.http.Deadline;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way from a token's text to a verified signature: form, header, key, signature. Thread-safe. */
final class SignatureCheck {
    private final KeySource keys;
    private final Set<JwsAlgorithm> algorithms;
    private final OAuthLimits limits;
    private volatile @Nullable KnownHeader lastGood;

    SignatureCheck(KeySource keys, Set<JwsAlgorithm> algorithms, OAuthLimits limits) {
        this.keys = keys;
        this.algorithms = Set.copyOf(algorithms);
        this.limits = limits;
    }

    SignedToken verify(String text, TokenKind kind, TokenOrigin origin, Optional<Deadline> until) {
        Deadline deadline = until.orElseGet(() -> Deadline.in(limits.millis(OAuthLimit.CALLBACK_MILLIS)));
        CompactJws token = CompactJws.parse(text, kind, limits.of(kind.limit()));
        JoseHeader header = header(token, kind);
        KeySet known = keys.current(deadline);
        Optional<SignedToken> verified = verified(token, header, known.fitting(header));
        if (verified.isPresent()) {
            remember(token, header);
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

    /** An issuer's tokens bear the same header from one rotation to the next: it is read once. */
    private JoseHeader header(CompactJws token, TokenKind kind) {
        KnownHeader known = lastGood;
        return known != null && known.text().equals(token.headerText())
                ? known.header()
                : JoseHeader.of(token.header(kind, limits.json(kind.limit())), algorithms, kind);
    }

    /** Only that of a token which the issuer has signed: nobody else can displace it. */
    private void remember(CompactJws token, JoseHeader header) {
        KnownHeader known = lastGood;
        if (known == null || !known.text().equals(token.headerText())) {
            lastGood = new KnownHeader(token.headerText(), header);
        }
    }

    private record KnownHeader(String text, JoseHeader header) {}

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
