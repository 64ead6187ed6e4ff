package dev.onoma.testkit.assertions;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.RefusedClaims;
import org.assertj.core.api.AbstractAssert;

/** Assertions about what became of claims. */
public final class NormalizationAssert extends AbstractAssert<NormalizationAssert, Normalization> {
    NormalizationAssert(Normalization actual) {
        super(actual, NormalizationAssert.class);
    }

    /** The claims gave a profile, which the assertion goes on about. */
    public NormalizedProfileAssert isProfile() {
        isNotNull();
        if (actual instanceof RefusedClaims refused) {
            throw failure("Expected a profile, but the claims were refused: %s", Words.of(refused.refusal()));
        }
        return new NormalizedProfileAssert((NormalizedProfile) actual);
    }

    /** The claims were refused with that code. */
    public NormalizationAssert isRefusedWith(RefusalCode code) {
        isNotNull();
        if (!(actual instanceof RefusedClaims refused)) {
            throw failure("Expected a refusal with %s, but the claims gave a profile", code.code());
        }
        Refusal refusal = refused.refusal();
        if (refusal.code() != code) {
            throw failure("Expected a refusal with %s, but it was %s", code.code(), Words.of(refusal));
        }
        return this;
    }
}
