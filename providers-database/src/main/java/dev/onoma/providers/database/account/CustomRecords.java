package dev.onoma.providers.database.account;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.RefusedClaims;
import java.util.Optional;

/** Reads what a custom database says of somebody. */
final class CustomRecords {
    private final Parts parts;

    CustomRecords(Parts parts) {
        this.parts = parts;
    }

    /** A profile with a name to log in with, or why there is none. */
    record Read(Optional<NormalizedProfile> found, Optional<Refusal> refusal) {
        NormalizedProfile profile() {
            return found.orElseThrow();
        }
    }

    Read read(JsonObject record) {
        Normalization normalization = parts.connection()
                .normalize(Claims.of(record, Evidence.IMPORT, parts.connection().limits()));
        if (normalization instanceof RefusedClaims refused) {
            return refused(refused.refusal());
        }
        NormalizedProfile profile = (NormalizedProfile) normalization;
        return profile.text(RootAttribute.EMAIL).isEmpty()
                        && profile.text(RootAttribute.USERNAME).isEmpty()
                // Such a user could never log in here.
                ? refused(new Refusal(
                        RefusalCode.INVALID_CLAIMS, "the record has no usable e-mail address and no user name"))
                : new Read(Optional.of(profile), Optional.empty());
    }

    private static Read refused(Refusal refusal) {
        return new Read(Optional.empty(), Optional.of(refusal));
    }
}
