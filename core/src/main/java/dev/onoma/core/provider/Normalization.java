package dev.onoma.core.provider;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusedException;

/** What became of a login's claims: a normalized profile, or a refusal. */
public sealed interface Normalization permits NormalizedProfile, RefusedClaims {
    /**
     * The profile.
     *
     * @throws RefusedException when the claims were refused
     */
    default NormalizedProfile orElseThrow() {
        if (this instanceof NormalizedProfile profile) {
            return profile;
        }
        throw ((RefusedClaims) this).refusal().asException();
    }

    /** A normalization that refuses. */
    static Normalization refused(Refusal refusal) {
        return new RefusedClaims(refusal);
    }
}
