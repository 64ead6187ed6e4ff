package dev.onoma.providers.database.guard;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.store.AttemptStore;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends flooding: counts the messages to one address, and those that are asked for from one address of the network,
 * whether or not anybody gets one. Thread-safe.
 */
public final class MessageGuard {
    private final AttemptStore store;
    private final AccountKey key;
    private final AccountLimits limits;

    public MessageGuard(AttemptStore store, AccountKey key, AccountLimits limits) {
        this.store = requireNonNull(store, "store");
        this.key = requireNonNull(key, "key");
        this.limits = requireNonNull(limits, "limits");
    }

    /**
     * Counts a message, and says whether it may leave.
     *
     * @param to what two spellings of the address share
     * @param ip who asks for it; empty where that is not known, or was counted
     */
    public boolean allows(String to, Optional<String> ip, Instant now) {
        Instant until = now.plus(limits.seconds(AccountLimit.MESSAGES_SECONDS));
        // The limit by network first: who is over it shall not use up the owner's messages.
        return ip.map(Network::of)
                        .map(from -> store.count(key.mac("message from", from), now, until)
                                <= limits.of(AccountLimit.MESSAGES_FROM_ADDRESS))
                        .orElse(true)
                && store.count(key.mac("message to", to), now, until) <= limits.of(AccountLimit.MESSAGES_TO_ADDRESS);
    }
}
