package dev.onoma.core.store;

import java.time.Instant;

/**
 * A store of users who log in at the application itself, and of what that takes beside their profiles. Each part is an
 * interface of its own. Thread-safe.
 */
public interface AccountStore extends UserStore {
    CredentialStore credentials();

    TicketStore tickets();

    CodeStore codes();

    AttemptStore attempts();

    /** Forgets the tickets, codes and counts whose time was over before now, and says how many those were. */
    long purgeExpired(Instant now);
}
