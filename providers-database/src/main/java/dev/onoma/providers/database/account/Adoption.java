package dev.onoma.providers.database.account;

import dev.onoma.core.Limits;
import dev.onoma.core.administration.Administration;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.user.Identity;

/**
 * What happens when somebody proves to own the address of a user whom nobody had confirmed: whoever was here before may
 * have attached an identity of their own to come back by, so identities leave that do not vouch for the same address.
 */
final class Adoption {
    private final Parts parts;
    private final Administration administration;

    Adoption(Parts parts) {
        this.parts = parts;
        this.administration =
                Administration.over(parts.store(), parts.processor().connections(), parts.clock());
    }

    /** Takes the others' identities away from a user that was unconfirmed until now. */
    void adopted(Account before) {
        for (Identity identity : before.user().identities()) {
            if (!identity.key().equals(before.key()) && !vouches(identity, before)) {
                administration.unlink(before.user().id(), identity.key());
            }
        }
        parts.sessions().endSessions(before.user().id(), SessionEnd.ADOPTED);
    }

    private boolean vouches(Identity identity, Account account) {
        Evidence evidence = identity.isVouchedFor() ? Evidence.IMPORT : Evidence.SIGNUP;
        Claims claims = Claims.of(identity.profileData(), evidence, Limits.STORED);
        return parts.processor()
                .connections()
                .find(identity.connection())
                .map(connection -> connection.normalizeStored(identity.subject(), claims))
                .filter(NormalizedProfile.class::isInstance)
                .map(NormalizedProfile.class::cast)
                .filter(profile -> profile.isVerified(RootAttribute.EMAIL).orElse(false))
                .flatMap(profile -> profile.text(RootAttribute.EMAIL))
                .filter(address -> EmailAddress.parse(address).isPresent() && account.hasEmail(address))
                .isPresent();
    }
}
