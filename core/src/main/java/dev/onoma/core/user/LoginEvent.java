package dev.onoma.core.user;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a login adds to a user's counters.
 *
 * @param at when
 * @param ip the address it came from; empty when the application does not say
 */
public record LoginEvent(Instant at, Optional<String> ip) {
    public LoginEvent {
        requireNonNull(at, "at");
        requireNonNull(ip, "ip");
    }

    @Override
    public String toString() {
        return "LoginEvent[" + at + "]";
    }
}
