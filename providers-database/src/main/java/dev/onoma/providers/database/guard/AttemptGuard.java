package dev.onoma.providers.database.guard;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.store.AttemptStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ends guessing: counts attempts at a user's password by user and network, and by user alone, before the
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
     * Counts an attempt: two counts, always. One that its network is refused for is no guess, and does not count for
     * the user: otherwise one machine alone could lock a user out everywhere.
     *
     * @param who whose password: the same for all names of a user
     * @param ip from which address; empty where that is not known
     */
    public Attempt begin(String connection, String who, Optional<String> ip, Instant now) {
        String here = here(connection, who, ip);
        Instant hereUntil = now.plus(limits.seconds(AccountLimit.ATTEMPTS_FROM_ADDRESS_SECONDS));
        long counted = store.count(here, now, hereUntil);
        boolean allowedHere = ip.isEmpty() || counted <= limits.of(AccountLimit.ATTEMPTS_FROM_ADDRESS);
        String all = allowedHere ? all(connection, who) : key.mac("refused", connection, who);
        Instant allUntil = now.plus(limits.seconds(AccountLimit.ATTEMPTS_SECONDS));
        boolean allowed = store.count(all, now, allUntil) <= limits.of(AccountLimit.ATTEMPTS) && allowedHere;
        return new Attempt(allowed, List.of(here, all), now);
    }

    /**
     * Counts what cannot be written into the history of a user, for there is none. It ends nothing, but it is a write,
     * as the event of an attempt that failed is: the time of an answer must not tell whether there is such a user.
     */
    public void missed(String connection, String who, Optional<String> ip, Instant now) {
        Instant until = now.plus(limits.seconds(AccountLimit.ATTEMPTS_FROM_ADDRESS_SECONDS));
        store.count(key.mac("missed", connection, who, network(ip)), now, until);
    }

    /** Forgets attempts at a user's password: those from everywhere together, and those from this address. */
    public void forget(String connection, String who, Optional<String> ip) {
        store.forget(all(connection, who));
        store.forget(here(connection, who, ip));
    }

    private String all(String connection, String who) {
        return key.mac(PURPOSE, connection, who);
    }

    private String here(String connection, String who, Optional<String> ip) {
        return key.mac(PURPOSE, connection, who, network(ip));
    }

    private static String network(Optional<String> ip) {
        return ip.map(Network::of).orElse("");
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
