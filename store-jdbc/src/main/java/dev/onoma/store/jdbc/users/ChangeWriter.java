package dev.onoma.store.jdbc.users;

import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserChange.Counted;
import dev.onoma.core.user.LoginEvent;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.history.EventRows;
import dev.onoma.store.jdbc.sql.Dialect;
import dev.onoma.store.jdbc.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Carries changes out, by the statements of one transaction. */
public final class ChangeWriter {
    private static final String COUNT = "update onoma_logins set logins_count = logins_count + 1, last_login = ?,"
            + " last_ip = coalesce(?, last_ip) where tenant = ? and user_id = ?";

    private final String tenant;
    private final Dialect dialect;
    private final String countAndRecord;

    public ChangeWriter(String tenant, Dialect dialect) {
        this.tenant = tenant;
        this.dialect = dialect;
        this.countAndRecord = dialect.updateThenInsert(
                COUNT, EventRows.INSERT_INTO, "select tenant, user_id, ?, ?, ?, ?, ?, ?, ?, ?", "tenant, user_id");
    }

    /** A login that changes nothing and is one event: counted and recorded by one statement. */
    public int touch(UserChange.Touch touch, Statements sql) throws SQLException {
        List<@Nullable Object> event = EventRows.described(touch.events().get(0), EventRows.newId());
        List<@Nullable Object> parameters = dialect.updateThenInsert(count(touch.user(), touch.login()), event);
        return expectOne(sql.update(countAndRecord, parameters));
    }

    /** Any change. */
    public void carryOut(UserChange change, Statements sql) throws SQLException {
        for (StoredUser expected : change.expected()) {
            if (change.removed().contains(expected.user().id())) {
                remove(expected, sql);
            }
        }
        for (User user : change.written()) {
            write(user, change, sql);
        }
        if (change.counted().isPresent()) {
            Counted counted = change.counted().get();
            expectOne(sql.update(COUNT, count(counted.user(), counted.login())));
        }
        ForgottenAccounts.forget(tenant, change.forgotten(), sql);
        EventRows.insert(tenant, change.events(), sql);
    }

    private void remove(StoredUser stored, Statements sql) throws SQLException {
        UserId id = stored.user().id();
        String delete = "delete from onoma_users where tenant = ? and user_id = ? and version = ?";
        expectOne(sql.update(delete, List.of(tenant, id.value(), stored.version())));
        EventRows.forget(tenant, id, sql);
    }

    private void write(User user, UserChange change, Statements sql) throws SQLException {
        for (StoredUser expected : change.expected()) {
            if (expected.user().id().equals(user.id())) {
                update(expected, user, change.leavesTombstone(), sql);
                return;
            }
        }
        insert(user, change.leavesTombstone(), sql);
    }

    private void insert(User user, boolean tombstone, Statements sql) throws SQLException {
        UserColumns columns = UserColumns.of(user);
        String insert = "insert into onoma_users (tenant, user_id, version, tombstone, "
                + String.join(", ", columns.names()) + ") values (?, ?, ?, ?, "
                + String.join(", ", columns.places(dialect)) + ")";
        List<@Nullable Object> parameters =
                new ArrayList<>(List.of(tenant, user.id().value(), newVersion(), tombstone));
        parameters.addAll(columns.values());
        sql.update(insert, parameters);
        IdentityRows.insert(tenant, user, dialect, sql);
        // Without counters nobody logs in to it any more.
        if (!tombstone) {
            CounterRows.insert(tenant, user, sql);
        }
    }

    /** A user that is made anew does not begin at the version of its predecessor. */
    public static long newVersion() {
        return ThreadLocalRandom.current().nextLong(Long.MAX_VALUE / 2);
    }

    private void update(StoredUser before, User after, boolean tombstone, Statements sql) throws SQLException {
        UserColumns columns = UserColumns.changed(before.user(), after);
        StringBuilder update = new StringBuilder("update onoma_users set version = version + 1");
        List<String> places = columns.places(dialect);
        for (int i = 0; i < places.size(); i++) {
            update.append(", ").append(columns.names().get(i)).append(" = ").append(places.get(i));
        }
        if (tombstone) {
            update.append(", tombstone = true");
        }
        update.append(" where tenant = ? and user_id = ? and version = ?");
        List<@Nullable Object> parameters = columns.values();
        parameters.addAll(Arrays.asList(tenant, after.id().value(), before.version()));
        expectOne(sql.update(update.toString(), parameters));
        IdentityRows.update(tenant, before.user(), after, dialect, sql);
        if (tombstone) {
            sql.update(
                    "delete from onoma_logins where tenant = ? and user_id = ?",
                    List.of(tenant, after.id().value()));
            EventRows.forget(tenant, after.id(), sql);
        }
    }

    private List<@Nullable Object> count(UserId user, LoginEvent login) {
        return Arrays.asList(login.at(), login.ip(), tenant, user.value());
    }

    private static int expectOne(int rows) {
        if (rows != 1) {
            throw new StaleUserException();
        }
        return rows;
    }
}
