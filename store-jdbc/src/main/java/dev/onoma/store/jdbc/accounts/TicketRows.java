package dev.onoma.store.jdbc.accounts;

import dev.onoma.core.store.TicketStore;
import dev.onoma.core.ticket.Ticket;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.store.jdbc.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tickets as rows: of an identity and a purpose there is one, and it is taken out by one statement. */
public final class TicketRows implements TicketStore {
    private static final String REVOKE =
            "delete from onoma_tickets where tenant = ? and connection = ? and subject = ?";

    private static final String COLUMNS = "ticket_hash, purpose, connection, subject, address, issued_at, expires_at";
    private static final String USABLE =
            "from onoma_tickets where tenant = ? and ticket_hash = ? and purpose = ? and expires_at > ?";
    private static final String INSERT =
            "insert into onoma_tickets (tenant, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)";

    private final String tenant;
    private final Database database;
    private final String take;

    public TicketRows(String tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
        this.take = database.dialect().returning(COLUMNS, "delete " + USABLE);
    }

    @Override
    public void put(Ticket ticket) {
        IdentityKey identity = ticket.identity();
        String purpose = ticket.purpose().word();
        database.repeatable("put_ticket", sql -> {
            sql.update(
                    REVOKE + " and purpose = ?", List.of(tenant, identity.connection(), identity.subject(), purpose));
            sql.update(
                    "delete from onoma_tickets where tenant = ? and ticket_hash = ?", List.of(tenant, ticket.hash()));
            sql.update(
                    INSERT,
                    List.of(
                            tenant,
                            ticket.hash(),
                            purpose,
                            identity.connection(),
                            identity.subject(),
                            ticket.address(),
                            ticket.issuedAt(),
                            ticket.expiresAt()));
        });
    }

    @Override
    public Optional<Ticket> find(String hash, TicketPurpose purpose, Instant now) {
        List<Object> usable = List.of(tenant, hash, purpose.word(), now);
        return database.read(
                "find_ticket", sql -> sql.query(TicketRows::read, "select " + COLUMNS + " " + USABLE, usable));
    }

    @Override
    public Optional<Ticket> take(String hash, TicketPurpose purpose, Instant now) {
        List<Object> usable = List.of(tenant, hash, purpose.word(), now);
        return database.statement("take_ticket", sql -> sql.change(TicketRows::read, take, usable));
    }

    private static Optional<Ticket> read(ResultSet rows) throws SQLException {
        return rows.next()
                ? Optional.of(new Ticket(
                        rows.getString("ticket_hash"),
                        TicketPurpose.valueOf(rows.getString("purpose").toUpperCase(Locale.ROOT)),
                        new IdentityKey(rows.getString("connection"), rows.getString("subject")),
                        rows.getString("address"),
                        time(rows, "issued_at"),
                        time(rows, "expires_at")))
                : Optional.empty();
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public void revoke(IdentityKey identity) {
        List<Object> key = List.of(tenant, identity.connection(), identity.subject());
        database.repeatable("revoke_tickets", sql -> sql.update(REVOKE, key));
    }

    /** Removes the tickets that are too old, and says how many. */
    public long purge(Instant now) {
        String delete = "delete from onoma_tickets where tenant = ? and expires_at <= ?";
        return database.statement("purge_expired", sql -> sql.update(delete, List.of(tenant, now)));
    }
}
