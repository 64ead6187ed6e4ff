package dev.onoma.core.ticket;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.user.IdentityKey;
import java.time.Instant;

/**
 * What a store knows of a ticket that was sent to an address. The ticket itself is known only there.
 *
 * @param hash the SHA-256 of the ticket, as 64 hexadecimal digits
 * @param purpose what it allows
 * @param identity for whom
 * @param address where it was sent, as it was written
 * @param issuedAt when
 * @param expiresAt from when on it is good for nothing
 */
public record Ticket(
        String hash, TicketPurpose purpose, IdentityKey identity, String address, Instant issuedAt, Instant expiresAt) {
    public Ticket {
        requireNonNull(hash, "hash");
        requireNonNull(purpose, "purpose");
        requireNonNull(identity, "identity");
        requireNonNull(address, "address");
        requireNonNull(issuedAt, "issuedAt");
        requireNonNull(expiresAt, "expiresAt");
    }

    /** Its purpose and time. */
    @Override
    public String toString() {
        return "Ticket[" + purpose.word() + ", " + expiresAt + "]";
    }
}
