package dev.onoma.store.jdbc.accounts;

import dev.onoma.core.store.AttemptStore;
import dev.onoma.store.jdbc.sql.Database;
import dev.onoma.store.jdbc.sql.DuplicateKeyException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Counts of attempts as rows, added up by the database. */
public final class AttemptRows implements AttemptStore {
    private static final String INSERT =
            "insert into onoma_attempts (tenant, attempt_key, attempts, ends_at) values (?, ?, 1, ?)";
    private static final String ADD = "update onoma_attempts"
            + " set attempts = case when ends_at > ? then attempts + 1 else 1 end,"
            + " ends_at = case when ends_at > ? then ends_at else ? end"
            + " where tenant = ? and attempt_key = ?";

    private final String tenant;
    private final Database database;
    private final String add;

    public AttemptRows(String tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
        this.add = database.dialect().returning("attempts", ADD);
    }

    @Override
    public long count(String key, Instant now, Instant until) {
        List<Object> parameters = List.of(now, now, until, tenant, key);
        while (true) {
            long added = database.statement("attempt", sql -> sql.change(AttemptRows::number, add, parameters));
            if (added > 0 || begins(key, until)) {
                return Math.max(added, 1);
            }
        }
    }

    /** Whether this call was the first. */
    private boolean begins(String key, Instant until) {
        try {
            database.statement("attempt", sql -> sql.update(INSERT, List.of(tenant, key, until)));
            return true;
        } catch (DuplicateKeyException begun) {
            return false;
        }
    }

    @Override
    public long attempts(String key, Instant now) {
        String select = "select attempts from onoma_attempts where tenant = ? and attempt_key = ? and ends_at > ?";
        return database.read("attempts", sql -> sql.query(AttemptRows::number, select, List.of(tenant, key, now)));
    }

    private static long number(ResultSet rows) throws SQLException {
        return rows.next() ? rows.getLong(1) : 0;
    }

    @Override
    public void giveBack(String key, Instant now) {
        String update = "update onoma_attempts set attempts = attempts - 1"
                + " where tenant = ? and attempt_key = ? and attempts > 0 and ends_at > ?";
        database.statement("give_back_attempt", sql -> sql.update(update, List.of(tenant, key, now)));
    }

    @Override
    public void forget(String key) {
        String delete = "delete from onoma_attempts where tenant = ? and attempt_key = ?";
        database.repeatable("forget_attempts", sql -> sql.update(delete, List.of(tenant, key)));
    }

    /** Removes the counts whose time is over, and says how many. */
    public long purge(Instant now) {
        String delete = "delete from onoma_attempts where tenant = ? and ends_at <= ?";
        return database.statement("purge_expired", sql -> sql.update(delete, List.of(tenant, now)));
    }
}
