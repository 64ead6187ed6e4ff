package dev.onoma.store.jdbc.users;

import dev.onoma.core.user.User;
import dev.onoma.store.jdbc.sql.BulkInsert;
import dev.onoma.store.jdbc.sql.Dialect;
import dev.onoma.store.jdbc.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts many new users with as few round trips as one. */
public final class NewUsers {
    private final String tenant;
    private final Dialect dialect;

    public NewUsers(String tenant, Dialect dialect) {
        this.tenant = tenant;
        this.dialect = dialect;
    }

    /** Inserts users, each whole. */
    public void insert(List<User> users, Statements sql) throws SQLException {
        if (users.isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of("tenant", "user_id", "version", "tombstone"));
        columns.addAll(UserColumns.of(users.get(0)).names());
        BulkInsert userRows = new BulkInsert("onoma_users", columns, dialect);
        BulkInsert identityRows = new BulkInsert(IdentityRows.TABLE, IdentityRows.COLUMNS, dialect);
        BulkInsert loginRows = new BulkInsert(CounterRows.TABLE, CounterRows.COLUMNS, dialect);
        for (User user : users) {
            List<@Nullable Object> row =
                    new ArrayList<>(List.of(tenant, user.id().value(), ChangeWriter.newVersion(), false));
            row.addAll(UserColumns.of(user).values());
            userRows.add(row);
            IdentityRows.rows(tenant, user).forEach(identityRows::add);
            loginRows.add(CounterRows.row(tenant, user));
        }
        userRows.run(sql);
        identityRows.run(sql);
        loginRows.run(sql);
    }
}
