package dev.onoma.examples.adoption;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.login.Login;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.sync.Synchronization;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.user.UserSnapshot;
import dev.onoma.providers.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Those who signed up with the shop itself, as a connection: an account is known by the key of its row, and its user is
 * that row's. Whoever links such a user with another names it as the primary one: its row holds the password.
 */
public final class ShopAccounts {
    public static final Connection CONNECTION = Database.connection(
                    "database",
                    Database.columns().id("id").column(NAME, "display_name").verifiedColumn(EMAIL, "email_confirmed"))
            .build();

    private static final String ADOPT =
            "update users set user_id = ?, email_key = ?, profile = ? where id = ? and user_id is null";

    private final Jdbc jdbc;

    public ShopAccounts(DataSource database) {
        this.jdbc = new Jdbc(database);
    }

    /** Makes users of all rows that Onoma has not seen yet; run before its first login, it has them all. */
    public int adopt() {
        return (int) jdbc.list(Account::read, "select * from users where user_id is null").stream()
                .filter(this::adopt)
                .count();
    }

    /** The login of somebody whose password the shop has checked just now. */
    public Login login(long id) {
        Account account =
                jdbc.find(Account::read, "select * from users where id = ?", id).orElseThrow();
        adopt(account);
        return Login.of(CONNECTION.name(), account.claims());
    }

    private boolean adopt(Account account) {
        User user = account.user();
        String id = user.id().value();
        IdentityKey key = user.primaryIdentity().key();
        try {
            jdbc.transaction(sql -> {
                sql.updateOne(ADOPT, id, user.emailKey(), UserSnapshot.write(user), account.id());
                sql.update("insert into identities values (?, ?, ?)", key.connection(), key.subject(), id);
            });
            return true;
        } catch (SQLIntegrityConstraintViolationException | SQLTransactionRollbackException adopted) {
            return false;
        }
    }

    /** A row as the shop has it. */
    private record Account(long id, JsonObject columns, Instant createdAt) {
        static Account read(ResultSet row) throws SQLException {
            JsonObject.Builder columns = JsonObject.builder()
                    .put("id", row.getLong("id"))
                    .put("email_confirmed", row.getBoolean("email_confirmed"));
            Optional.ofNullable(row.getString("email")).ifPresent(email -> columns.put("email", email));
            Optional.ofNullable(row.getString("display_name")).ifPresent(name -> columns.put("display_name", name));
            return new Account(
                    row.getLong("id"),
                    columns.build(),
                    row.getObject("created_at", OffsetDateTime.class).toInstant());
        }

        Claims claims() {
            return Claims.of(columns, Evidence.IMPORT);
        }

        User user() {
            NormalizedProfile profile = (NormalizedProfile) CONNECTION.normalize(claims());
            String provider = CONNECTION.provider().name();
            IdentityKey key = new IdentityKey(CONNECTION.name(), profile.subject());
            Identity identity = new Identity(key, provider, false, profile.profileData());
            return User.builder(UserId.from(provider, key), identity, createdAt)
                    .root(Synchronization.creation(profile, CONNECTION, Connections.of(CONNECTION), createdAt)
                            .root())
                    .build();
        }
    }
}
