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
    private static final String USERS = "onoma_users";
    private static final String IDENTITIES = "onoma_identities";

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
        add(dialect.among(USERS, "user_id"), ids);
        add(dialect.among(IDENTITIES, "subject") + " and u.connection = ?", keys.subjects(), connection);
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
                dialect.among(USERS, column) + " and exists (select 1 from onoma_identities c"
                        + " where c.tenant = u.tenant and c.user_id = u.user_id and c.connection = ?)",
                keys,
                connection);
    }

    private void add(String part, Collection<String> keys, String... behind) {
        if (!keys.isEmpty()) {
            parts.add("select u.user_id" + part);
            parameters.addAll(List.of(keys.toArray(new String[0]), tenant));
            parameters.addAll(List.of(behind));
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The users. */
    List<StoredUser> find(Statements sql) throws SQLException {
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
        String whole = UserQueries.whole("select u.*" + dialect.among(USERS, "user_id"), "u.user_id");
        return ids.isEmpty()
                ? List.of()
                : sql.query(UserRows::read, whole, List.of(ids.toArray(new String[0]), tenant));
    }
}
