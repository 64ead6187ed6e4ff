package dev.onoma.providers.database.account;

import dev.onoma.core.RefusalCode;
import dev.onoma.core.RefusedException;
import dev.onoma.core.administration.Administration;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import java.util.List;

/**
 * What happens when somebody proves for the first time to own the address of an account: whoever was here before may have
 * tied it to identities of their own, to come back by. So account and identities part that do not vouch for the same
 * address; each becomes a user of its own.
 */
final class Adoption {
    private final Parts parts;
    private final AccountWriting accounts;
    private final Administration administration;

    Adoption(Parts parts) {
        this.parts = parts;
        this.accounts = new AccountWriting(parts);
        this.administration = Administration.over(
                        parts.store(), parts.processor().connections(), parts.clock())
                .sessions((user, why) -> parts.sessions().endSessions(user, SessionEnd.ADOPTED));
    }

    /**
     * The account as its owner gets it. To be called before anything is given to the owner: a crash in between must not
     * leave a stranger inside.
     *
     * @throws RefusedException when an identity cannot leave
     */
    Account owned(Account account) {
        List<IdentityKey> leaving = leaving(account);
        for (IdentityKey identity : leaving) {
            administration
                    .unlink(account.user().id(), identity)
                    .refusal()
                    // Nobody can log in by it.
                    .filter(refusal -> refusal.code() != RefusalCode.UNKNOWN_CONNECTION)
                    .ifPresent(refusal -> {
                        throw refusal.asException();
                    });
        }
        return leaving.isEmpty() ? account : accounts.find(account.key()).orElseThrow(StaleUserException::new);
    }

    private List<IdentityKey> leaving(Account account) {
        if (account.isConfirmed()) {
            return List.of();
        }
        User user = account.user();
        if (!account.isPrimary()) {
            return vouches(user.primaryIdentity(), account) ? List.of() : List.of(account.key());
        }
        return user.identities().stream()
                .filter(identity -> !identity.key().equals(account.key()) && !vouches(identity, account))
                .map(Identity::key)
                .toList();
    }

    private boolean vouches(Identity identity, Account account) {
        Claims claims = Claims.stored(identity.profileData(), identity.isVouchedFor());
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
