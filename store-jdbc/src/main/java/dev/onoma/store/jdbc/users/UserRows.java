package dev.onoma.store.jdbc.users;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of {@link UserQueries}: one for each identity, those of one user behind each other. */
public final class UserRows {
    private UserRows() {}

    /** All users of a result, in its order. */
    public static List<StoredUser> read(ResultSet rows) throws SQLException {
        List<StoredUser> users = new ArrayList<>();
        boolean more = rows.next();
        while (more) {
            String id = rows.getString("user_id");
            List<Identity> identities = new ArrayList<>();
            identities.add(identity(rows));
            User.Builder user = user(UserId.of(id), identities.get(0), rows);
            long version = rows.getLong("version");
            boolean tombstone = rows.getBoolean("tombstone");
            more = rows.next();
            while (more && rows.getString("user_id").equals(id)) {
                identities.add(identity(rows));
                more = rows.next();
            }
            users.add(new StoredUser(user.identities(identities).build(), version, tombstone));
        }
        return users;
    }

    private static User.Builder user(UserId id, Identity primary, ResultSet row) throws SQLException {
        return User.builder(id, primary, time(row, "created_at").orElseThrow())
                .root(RootColumns.read(row))
                .userMetadata(json(row, "user_metadata"))
                .appMetadata(json(row, "app_metadata"))
                .blocked(row.getBoolean("blocked"))
                .updatedAt(time(row, "updated_at").orElseThrow())
                .counters(new LoginCounters(
                        row.getLong("logins_count"),
                        time(row, "last_login"),
                        Optional.ofNullable(row.getString("last_ip"))));
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(
                new IdentityKey(row.getString("connection"), row.getString("subject")),
                row.getString("provider"),
                row.getBoolean("is_social"),
                json(row, "profile_data"),
                row.getBoolean("vouched_for"));
    }

    private static JsonObject json(ResultSet row, String column) throws SQLException {
        return StoredJson.read(row.getString(column));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
