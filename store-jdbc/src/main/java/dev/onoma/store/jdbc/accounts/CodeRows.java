package dev.onoma.store.jdbc.accounts;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.store.CodeStore;
import dev.onoma.core.ticket.LoginCode;
import dev.onoma.store.jdbc.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Codes as rows: tries are added up, and codes taken out, by one statement each. */
public final class CodeRows implements CodeStore {
    private static final String PLACE = " where tenant = ? and connection = ? and address = ?";
    private static final String REPLACED = "delete from onoma_codes" + PLACE;
    private static final String TAKEN = REPLACED + " and code_id = ?";
    private static final String INSERT = "insert into onoma_codes (tenant, connection, address, code_id, code_mac,"
            + " link_mac, browser_mac, tries, expires_at) values (?, ?, ?, ?, ?, ?, ?, 0, ?)";
    private static final String TRY = "update onoma_codes set tries = tries + 1" + PLACE
            + " and browser_mac = ? and tries < ? and expires_at > ?";

    private final String tenant;
    private final Database database;
    private final String tryOnce;

    public CodeRows(String tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
        this.tryOnce = database.dialect().returning("code_id, code_mac, link_mac, browser_mac, expires_at", TRY);
    }

    @Override
    public void put(LoginCode code) {
        List<Object> row = List.of(
                tenant,
                code.connection(),
                code.address(),
                code.id(),
                code.codeMac(),
                code.linkMac(),
                code.browserMac(),
                code.expiresAt());
        database.repeatable("put_code", sql -> {
            sql.update(REPLACED, row.subList(0, 3));
            sql.update(INSERT, row);
        });
    }

    @Override
    public Optional<LoginCode> tryOnce(String connection, String address, String browserMac, int tries, Instant now) {
        if (Characters.isUnsafe(address)) {
            return Optional.empty();
        }
        return database.statement(
                "try_code",
                sql -> sql.change(
                        rows -> rows.next() ? Optional.of(read(connection, address, rows)) : Optional.empty(),
                        tryOnce,
                        List.of(tenant, connection, address, browserMac, tries, now)));
    }

    private static LoginCode read(String connection, String address, ResultSet row) throws SQLException {
        return new LoginCode(
                connection,
                address,
                row.getString("code_id"),
                row.getString("code_mac"),
                row.getString("link_mac"),
                row.getString("browser_mac"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public boolean take(LoginCode code) {
        List<Object> place = List.of(tenant, code.connection(), code.address(), code.id());
        return database.statement("take_code", sql -> sql.update(TAKEN, place)) == 1;
    }

    /** Removes the codes that are too old, and says how many. */
    public long purge(Instant now) {
        String delete = "delete from onoma_codes where tenant = ? and expires_at <= ?";
        return database.statement("purge_expired", sql -> sql.update(delete, List.of(tenant, now)));
    }
}
