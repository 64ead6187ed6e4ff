package dev.onoma.core.sync;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.attribute.Verification;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.provider.NormalizedProfile;
import java.time.Instant;
import java.util.Optional;

/**
 * What a synchronization looks at.
 *
 * @param profile what the login gives
 * @param connection the connection that it came through
 * @param connections all connections, one of which may have verified the stored address
 * @param before the root attributes before
 * @param occasion on which occasion
 * @param at when it happens
 */
record SyncInput(
        NormalizedProfile profile,
        Connection connection,
        Connections connections,
        RootAttributes before,
        Occasion occasion,
        Instant at) {

    Optional<OwnedValue> stored(RootAttribute attribute) {
        return before.get(attribute);
    }

    /** Whether somebody whom we still believe has verified the stored address. */
    boolean isStillVerified(PairValue stored, RootAttribute attribute) {
        return stored.verification()
                .filter(verification -> isBelieved(verification, stored.text(), attribute))
                .isPresent();
    }

    private boolean isBelieved(Verification verification, String address, RootAttribute attribute) {
        return attribute != RootAttribute.EMAIL
                || connections
                        .find(verification.by().name())
                        .map(verifier -> verifier.emailTrust().believes(address))
                        .orElse(true);
    }
}
