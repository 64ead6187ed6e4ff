package dev.onoma.core.user;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How often and when a user logged in last; a blocked user's attempts count.
 *
 * @param logins how many logins were answered
 * @param lastLogin when the latest was; empty before the first
 * @param lastIp where the latest came from; empty when it did not say
 */
public record LoginCounters(long logins, Optional<Instant> lastLogin, Optional<String> lastIp) {
    public static final LoginCounters NONE = new LoginCounters(0, Optional.empty(), Optional.empty());

    public LoginCounters {
        requireNonNull(lastLogin, "lastLogin");
        requireNonNull(lastIp, "lastIp");
    }

    /** These counters after one more login. An address that this login does not say leaves the one before. */
    public LoginCounters plus(LoginEvent login) {
        return new LoginCounters(logins + 1, Optional.of(login.at()), login.ip().or(() -> lastIp));
    }

    @Override
    public String toString() {
        return "LoginCounters[" + logins + "]";
    }
}
