package dev.onoma.core.store;

import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.IdentityKey;
import java.time.Instant;
import java.util.Optional;

/** Where tickets are kept until they are used, replaced or too old. Thread-safe. */
public interface TicketStore {
    /** Keeps a ticket. Earlier ones of the same identity and purpose are good for nothing from now on. */
    void put(Ticket ticket);

    /** The ticket of that hash, while it can be used for that purpose; it stays usable. */
    Optional<Ticket> find(String hash, TicketPurpose purpose, Instant now);

    /**
     * Takes a ticket out: of any number of callers at the same time, on all nodes, one gets it. One of another purpose
     * is not found, and stays.
     */
    Optional<Ticket> take(String hash, TicketPurpose purpose, Instant now);

    /** Makes all tickets of an identity good for nothing. */
    void revoke(IdentityKey identity);
}
