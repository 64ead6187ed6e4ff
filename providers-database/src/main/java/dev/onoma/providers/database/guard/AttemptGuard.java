package dev.onoma.providers.database.guard;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.store.AttemptStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends guessing: counts attempts at a user's password by user and address of the network, and by user alone, before the
 * password is looked at. Every path that checks a password asks it. Thread-safe.
 */
public final class AttemptGuard {
    private static final String PURPOSE = "attempt";

    private final AttemptStore store;
    private final AccountKey key;
    private final AccountLimits limits;

    public AttemptGuard(AttemptStore store, AccountKey key, AccountLimits limits) {
        this.store = requireNonNull(store, "store");
        this.key = requireNonNull(key, "key");
        this.limits = requireNonNull(limits, "limits");
    }

    /**
     * Counts an attempt.
     *
     * @param who whose password: the same for all names of a user
     * @param ip from which address; empty where that is not known
     */
    public Attempt begin(String connection, String who, Optional<String> ip, Instant now) {
        List<String> counted = new ArrayList<>();
        String all = key.mac(PURPOSE, connection, who);
        counted.add(all);
        boolean allowed = store.count(all, now, now.plus(limits.seconds(AccountLimit.ATTEMPTS_SECONDS)))
                <= limits.of(AccountLimit.ATTEMPTS);
        if (ip.isPresent()) {
            String here = key.mac(PURPOSE, connection, who, ip.get());
            counted.add(here);
            Instant until = now.plus(limits.seconds(AccountLimit.ATTEMPTS_FROM_ADDRESS_SECONDS));
            allowed &= store.count(here, now, until) <= limits.of(AccountLimit.ATTEMPTS_FROM_ADDRESS);
        }
        return new Attempt(allowed, counted, now);
    }

    /**
     * Counts an attempt at a user who does not exist, by address of the network. It ends nothing, but it is a write, as
     * the event of an attempt that failed is: the time of an answer must not tell whether there is such a user.
     */
    public void missed(String connection, Optional<String> ip, Instant now) {
        Instant until = now.plus(limits.seconds(AccountLimit.ATTEMPTS_FROM_ADDRESS_SECONDS));
        store.count(key.mac("missed", connection, ip.orElse("")), now, until);
    }

    /** Forgets all attempts at a user's password but those that were refused by address: an administrator says so. */
    public void forget(String connection, String who) {
        store.forget(key.mac(PURPOSE, connection, who));
    }

    /** An attempt that was counted. */
    public final class Attempt {
        private final boolean allowed;
        private final List<String> counted;
        private final Instant at;

        private Attempt(boolean allowed, List<String> counted, Instant at) {
            this.allowed = allowed;
            this.counted = counted;
            this.at = at;
        }

        /** Whether its password is looked at. */
        public boolean isAllowed() {
            return allowed;
        }

        /** The password was right: what was counted is forgotten. */
        public void succeeded() {
            counted.forEach(store::forget);
        }

        /** Nobody has looked at the password: what was counted is taken back. */
        public void giveBack() {
            counted.forEach(key -> store.giveBack(key, at));
        }
    }
}
