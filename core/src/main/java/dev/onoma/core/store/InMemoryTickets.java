package dev.onoma.core.store;

import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.IdentityKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tickets in memory. */
final class InMemoryTickets implements TicketStore {
    private final Map<String, Ticket> byHash = new HashMap<>();

    @Override
    public synchronized void put(Ticket ticket) {
        byHash.values()
                .removeIf(earlier ->
                        earlier.identity().equals(ticket.identity()) && earlier.purpose() == ticket.purpose());
        byHash.put(ticket.hash(), ticket);
    }

    @Override
    public synchronized Optional<Ticket> find(String hash, TicketPurpose purpose, Instant now) {
        return Optional.ofNullable(byHash.get(hash))
                .filter(ticket ->
                        ticket.purpose() == purpose && ticket.expiresAt().isAfter(now));
    }

    @Override
    public synchronized Optional<Ticket> take(String hash, TicketPurpose purpose, Instant now) {
        Optional<Ticket> taken = find(hash, purpose, now);
        taken.ifPresent(ticket -> byHash.remove(hash));
        return taken;
    }

    @Override
    public synchronized void revoke(IdentityKey identity) {
        byHash.values().removeIf(ticket -> ticket.identity().equals(identity));
    }

    synchronized long purgeExpired(Instant now) {
        long size = byHash.size();
        byHash.values().removeIf(ticket -> !ticket.expiresAt().isAfter(now));
        return size - byHash.size();
    }
}
