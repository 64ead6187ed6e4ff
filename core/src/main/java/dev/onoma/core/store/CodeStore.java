package dev.onoma.core.store;

import dev.onoma.core.ticket.LoginCode;
import java.time.Instant;
import java.util.Optional;

/** Where codes are kept until they are used, replaced, tried too often or too old. Thread-safe. */
public interface CodeStore {
    /** Keeps a code, untried, in the place of the one before for that address: the newest alone is good. */
    void put(LoginCode code);

    /**
     * Counts a try at an address' code before it is compared, so that no number of simultaneous tries makes more of
     * them. Only the browser that asked for the code has tries: nobody else uses them up.
     *
     * @param browserMac that of the code, as it follows from what the browser holds
     * @param tries how many a code allows
     * @return the code; empty when there is none, another browser asked for it, it is too old, or its tries are used up
     */
    Optional<LoginCode> tryOnce(String connection, String address, String browserMac, int tries, Instant now);

    /**
     * Uses a code up.
     *
     * @return whether it was there: of any number of callers at the same time, on all nodes, one is told so
     */
    boolean take(LoginCode code);
}
