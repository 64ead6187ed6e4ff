package dev.onoma.store.jdbc.users;

import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.store.jdbc.sql.Dialect;
import dev.onoma.store.jdbc.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Identities as rows, in the order of their positions; the first is primary. */
final class IdentityRows {
    static final String TABLE = "onoma_identities";

    /** The columns, in the order of {@link #row}. */
    static final List<String> COLUMNS = List.of(
            "tenant",
            "connection",
            "subject",
            "user_id",
            "position",
            "provider",
            "is_social",
            "vouched_for",
            "profile_data");

    private IdentityRows() {}

    /** All identities of a new user. */
    static void insert(String tenant, User user, Dialect dialect, Statements sql) throws SQLException {
        sql.batch(insert(dialect), rows(tenant, user));
    }

    /** All identities of a user, as rows. */
    static List<List<Object>> rows(String tenant, User user) {
        List<List<Object>> rows = new ArrayList<>();
        for (int position = 0; position < user.identities().size(); position++) {
            rows.add(row(tenant, user, position));
        }
        return rows;
    }

    /** What has changed of a known user's identities. */
    static void update(String tenant, User before, User after, Dialect dialect, Statements sql) throws SQLException {
        List<List<Object>> gone = new ArrayList<>();
        for (Identity identity : before.identities()) {
            if (after.identity(identity.key()).isEmpty()) {
                gone.add(List.of(tenant, identity.connection(), identity.subject()));
            }
        }
        List<List<Object>> joined = new ArrayList<>();
        List<List<Object>> changed = new ArrayList<>();
        for (int position = 0; position < after.identities().size(); position++) {
            Identity identity = after.identities().get(position);
            Optional<Identity> known = before.identity(identity.key());
            if (known.isEmpty()) {
                joined.add(row(tenant, after, position));
            } else if (!known.get().equals(identity) || position(before, identity.key()) != position) {
                changed.add(List.of(
                        position,
                        identity.provider(),
                        identity.isSocial(),
                        identity.isVouchedFor(),
                        identity.profileData().toJson(),
                        tenant,
                        identity.connection(),
                        identity.subject()));
            }
        }
        sql.batch("delete from onoma_identities where tenant = ? and connection = ? and subject = ?", gone);
        sql.batch(
                "update onoma_identities set position = ?, provider = ?, is_social = ?, vouched_for = ?,"
                        + " profile_data = " + dialect.json()
                        + " where tenant = ? and connection = ? and subject = ?",
                changed);
        sql.batch(insert(dialect), joined);
    }

    private static String insert(Dialect dialect) {
        return "insert into " + TABLE + " (" + String.join(", ", COLUMNS) + ") values (?, ?, ?, ?, ?, ?, ?, ?, "
                + dialect.json() + ")";
    }

    private static List<Object> row(String tenant, User user, int position) {
        Identity identity = user.identities().get(position);
        return List.of(
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

    private static int position(User user, IdentityKey key) {
        for (int position = 0; position < user.identities().size(); position++) {
            if (user.identities().get(position).key().equals(key)) {
                return position;
            }
        }
        return -1;
    }
}
