package dev.onoma.core.login;

import dev.onoma.core.link.PasswordTimes;
import dev.onoma.core.session.SessionEnd;
import dev.onoma.core.session.SessionListener;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.Retry;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What happens to users of the application's own whose unconfirmed address a login proved to be somebody else's: they
 * lose passwords, tickets and sessions, and with them whatever somebody prepared who was here before the owner.
 */
final class AdoptedAddresses {
    private final Optional<AccountStore> accounts;
    private final SessionListener sessions;
    private final Clock clock;

    AdoptedAddresses(UserStore store, SessionListener sessions, Clock clock) {
        this.clock = clock;
        this.accounts = store instanceof AccountStore own ? Optional.of(own) : Optional.empty();
        this.sessions = sessions;
    }

    /** Since when users have passwords, where the store keeps these. */
    static PasswordTimes passwordTimes(UserStore store) {
        return store instanceof AccountStore own ? user -> passwordSetAt(own, user) : PasswordTimes.noPasswords();
    }

    private static Optional<Instant> passwordSetAt(AccountStore store, UserId user) {
        return identities(store, user).stream()
                .flatMap(identity -> store.credentials().find(identity.key()).stream())
                .flatMap(credential -> credential.password().stream())
                .map(password -> password.setAt())
                .min(Comparator.naturalOrder());
    }

    private static List<Identity> identities(AccountStore store, UserId user) {
        return store.find(user)
                .map(StoredUser::user)
                .map(found -> found.identities())
                .orElse(List.of());
    }

    /**
     * Takes passwords and tickets away, unless the owner has confirmed the address this very moment. Before the login is
     * written: a crash in between must not leave them.
     */
    void revoke(List<UserId> users) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        accounts.ifPresent(store -> users.stream()
                .filter(user -> isUnconfirmed(store, user))
                .flatMap(user -> identities(store, user).stream())
                .forEach(identity -> Retry.untilItStands(() -> {
                    store.credentials()
                            .find(identity.key())
                            .filter(credential -> credential.revokedAt().isEmpty())
                            .map(credential -> credential.revoked(now))
                            .ifPresent(store.credentials()::write);
                    store.tickets().revoke(identity.key());
                    return identity;
                })));
    }

    private static boolean isUnconfirmed(AccountStore store, UserId user) {
        return store.find(user)
                .filter(stored -> !stored.user().isEmailVerified())
                .isPresent();
    }

    /** Ends the sessions, once the login is written. */
    void endSessions(List<UserId> users) {
        users.forEach(user -> sessions.endSessions(user, SessionEnd.ADOPTED));
    }
}
