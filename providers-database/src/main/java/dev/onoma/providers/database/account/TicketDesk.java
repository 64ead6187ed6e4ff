package dev.onoma.providers.database.account;

import dev.onoma.core.store.TicketStore;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.guard.AccountLimits;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.MessageKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Writes tickets and takes them back: 256 random bits each, of which the store sees the SHA-256 alone. */
final class TicketDesk {
    private static final int BYTES = 32;
    private static final int CHARACTERS = 43;

    private final TicketStore store;
    private final AccountLimits limits;
    private final SecureRandom random = new SecureRandom();

    TicketDesk(TicketStore store, AccountLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /** A new ticket, as a message to the address that it is bound to; earlier ones for the same are void. */
    Message issue(TicketPurpose purpose, IdentityKey identity, String address, Instant now) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = now.plus(limits.seconds(lifetime(purpose)));
        store.put(new Ticket(hash(ticket), purpose, identity, address, now, expiresAt));
        return Message.ticket(kind(purpose), address, ticket, expiresAt);
    }

    /** What a ticket says while it is good; it stays so. */
    Optional<Ticket> read(String ticket, TicketPurpose purpose, Instant now) {
        return ticket.length() == CHARACTERS ? store.find(hash(ticket), purpose, now) : Optional.empty();
    }

    /** What a ticket says; it is good no longer. */
    Optional<Ticket> take(String ticket, TicketPurpose purpose, Instant now) {
        return ticket.length() == CHARACTERS ? store.take(hash(ticket), purpose, now) : Optional.empty();
    }

    void revoke(IdentityKey identity) {
        store.revoke(identity);
    }

    private static AccountLimit lifetime(TicketPurpose purpose) {
        return switch (purpose) {
            case VERIFY_EMAIL -> AccountLimit.VERIFY_EMAIL_SECONDS;
            case CHANGE_EMAIL -> AccountLimit.CHANGE_EMAIL_SECONDS;
            case RESET_PASSWORD -> AccountLimit.RESET_PASSWORD_SECONDS;
        };
    }

    private static MessageKind kind(TicketPurpose purpose) {
        return switch (purpose) {
            case VERIFY_EMAIL -> MessageKind.VERIFY_EMAIL;
            case CHANGE_EMAIL -> MessageKind.CHANGE_EMAIL;
            case RESET_PASSWORD -> MessageKind.RESET_PASSWORD;
        };
    }

    private static String hash(String ticket) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(ticket.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
