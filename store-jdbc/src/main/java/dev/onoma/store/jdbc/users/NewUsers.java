package dev.onoma.store.jdbc.users;

import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import dev.onoma.store.jdbc.sql.BulkInsert;
import dev.onoma.store.jdbc.sql.Dialect;
import dev.onoma.store.jdbc.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts many new users with as few round trips as one. */
public final class NewUsers {
    private static final List<String> IDENTITY = List.of(
            "tenant",
            "connection",
            "subject",
            "user_id",
            "position",
            "provider",
            "is_social",
            "vouched_for",
            "profile_data");
    private static final List<String> LOGINS = List.of("tenant", "user_id", "logins_count", "last_login", "last_ip");

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
        BulkInsert identityRows = new BulkInsert("onoma_identities", IDENTITY, dialect);
        BulkInsert loginRows = new BulkInsert("onoma_logins", LOGINS, dialect);
        for (User user : users) {
            String id = user.id().value();
            List<@Nullable Object> row = new ArrayList<>(List.of(tenant, id, ChangeWriter.newVersion(), false));
            row.addAll(UserColumns.of(user).values());
            userRows.add(row);
            for (int position = 0; position < user.identities().size(); position++) {
                identityRows.add(identity(user, position));
            }
            loginRows.add(Arrays.asList(
                    tenant,
                    id,
                    user.counters().logins(),
                    user.counters().lastLogin().orElse(null),
                    user.counters().lastIp().orElse(null)));
        }
        userRows.run(sql);
        identityRows.run(sql);
        loginRows.run(sql);
    }

    private List<@Nullable Object> identity(User user, int position) {
        Identity identity = user.identities().get(position);
        return Arrays.asList(
                tenant,
                identity.connection(),
                identity.subject(),
                user.id().value(),
                position,
                identity.provider(),
                identity.isSocial(),
                identity.isVouchedFor(),
                identity.profileData().toJson());
    }
}
