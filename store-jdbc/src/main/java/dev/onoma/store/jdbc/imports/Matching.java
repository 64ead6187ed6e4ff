package dev.onoma.store.jdbc.imports;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.search.SearchKey;
import dev.onoma.core.store.ImportKeys;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.sql.Dialect;
import dev.onoma.store.jdbc.sql.Statements;
import dev.onoma.store.jdbc.users.UserQueries;
import dev.onoma.store.jdbc.users.UserRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds the users that keys mean: first their ids, each part by an index of its own, and then these users whole. Most
 * imports find nobody, and stop after the first.
 */
final class Matching {
    private static final String WHOLE =
            UserQueries.whole("select * from onoma_users where tenant = ? and user_id = any(?)", "u.user_id");

    private final String tenant;
    private final String connection;
    private final Dialect dialect;
    private final List<String> parts = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    Matching(String tenant, ImportKeys keys, Dialect dialect) {
        this.tenant = tenant;
        this.connection = keys.connection();
        this.dialect = dialect;
        List<String> ids = keys.ids().stream().map(UserId::value).toList();
        add("select user_id from onoma_users where tenant = ? and user_id = any(?)", ids, tenant);
        add(
                "select user_id from onoma_identities where tenant = ? and connection = ? and subject = any(?)",
                keys.subjects(),
                tenant,
                connection);
        // As the column holds them: an address as long as that is another one's only beyond what is compared here.
        addColumn(
                "email_key",
                keys.emailKeys().stream()
                        .map(key -> SearchKey.of(RootAttribute.EMAIL, key))
                        .toList());
        addColumn("username", keys.usernames());
        addColumn("phone_number", keys.phoneNumbers());
    }

    private void addColumn(String column, Collection<String> keys) {
        add(
                "select u.user_id from onoma_users u where exists (select 1 from onoma_identities c"
                        + " where c.tenant = u.tenant and c.user_id = u.user_id and c.connection = ?)"
                        + " and u.tenant = ? and u." + column + " = any(?)",
                keys,
                connection,
                tenant);
    }

    private void add(String part, Collection<String> keys, String... before) {
        if (!keys.isEmpty()) {
            parts.add(part);
            parameters.addAll(List.of(before));
            parameters.add(keys.toArray(new String[0]));
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The users, in one transaction. */
    List<StoredUser> find(Statements sql) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            sql.update(Dialect.PLANNED_ANEW, List.of());
        }
        List<String> ids = new ArrayList<>();
        sql.query(
                rows -> {
                    while (rows.next()) {
                        ids.add(rows.getString(1));
                    }
                    return ids;
                },
                String.join(" union ", parts),
                parameters);
        return ids.isEmpty()
                ? List.of()
                : sql.query(UserRows::read, WHOLE, List.of(tenant, ids.toArray(new String[0])));
    }
}
