package dev.onoma.core.link;

import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Tells since when a user has the password that it has: what automatic linking must know. Thread-safe. */
@FunctionalInterface
public interface PasswordTimes {
    /** When the user's password was set; empty when the user has none. */
    Optional<Instant> passwordSetAt(UserId user);

    /** For applications whose users have no passwords. */
    static PasswordTimes noPasswords() {
        return user -> Optional.empty();
    }
}
