package dev.onoma.providers.database.account;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.session.SessionListener;
import dev.onoma.core.store.AccountStore;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.guard.AttemptGuard;
import dev.onoma.providers.database.guard.MessageGuard;
import dev.onoma.providers.database.message.Outbox;
import dev.onoma.providers.database.password.PasswordHasher;
import dev.onoma.providers.database.password.PasswordPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What all that is done with accounts needs. */
record Parts(
        Connection connection,
        LoginProcessor processor,
        AccountStore store,
        PasswordHasher hasher,
        PasswordPolicy policy,
        AttemptGuard attempts,
        MessageGuard messages,
        Outbox outbox,
        TicketDesk tickets,
        SessionListener sessions,
        AccountLimits limits,
        Clock clock) {
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
