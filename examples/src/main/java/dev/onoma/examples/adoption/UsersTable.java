package dev.onoma.examples.adoption;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.LoginEvent;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.user.UserSnapshot;
import dev.onoma.examples.adoption.Jdbc.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * Onoma's users in the shop's own table, under the shop's own keys, so that whatever refers to a row still does. The
 * columns {@code email email_confirmed display_name} are copies for the shop's queries: nobody else writes them.
 */
public final class UsersTable implements UserStore {
    private static final String BY_IDENTITY =
            "select users.* from users join identities using (user_id) where connection = ? and subject = ?";
    private static final String UPDATE = "update users set email = ?, email_key = ?, email_confirmed = ?,"
            + " display_name = ?, profile = ?, version = version + 1 where user_id = ? and version = ?";
    private static final String RESET = "update users set tombstone = ?, logins_count = ?, last_login = ?, last_ip = ?"
            + " where user_id = ? and version = ?";
    private static final String COUNT = "update users set logins_count = logins_count + 1, last_login = ?,"
            + " last_ip = coalesce(?, last_ip) where user_id = ? and not tombstone";
    private static final String BEQUEATH = "update orders set user_id = (select id from users where user_id = ?)"
            + " where user_id = (select id from users where user_id = ?)";

    private final Jdbc jdbc;

    public UsersTable(DataSource database) {
        this.jdbc = new Jdbc(database);
    }

    @Override
    public Optional<StoredUser> find(UserId id) {
        return jdbc.find(UsersTable::read, "select * from users where user_id = ?", id.value());
    }

    @Override
    public Optional<StoredUser> find(IdentityKey key) {
        return jdbc.find(UsersTable::read, BY_IDENTITY, key.connection(), key.subject());
    }

    @Override
    public List<StoredUser> candidates(EmailAddress address, int limit) {
        String byAddress = "select * from users where email_key = ? order by id limit ?";
        return jdbc.list(UsersTable::read, byAddress, address.key(), limit);
    }

    private static StoredUser read(ResultSet row) throws SQLException {
        Optional<OffsetDateTime> at = Optional.ofNullable(row.getObject("last_login", OffsetDateTime.class));
        Optional<String> ip = Optional.ofNullable(row.getString("last_ip"));
        LoginCounters counters = new LoginCounters(row.getLong("logins_count"), at.map(OffsetDateTime::toInstant), ip);
        User.Builder user = UserSnapshot.read(row.getString("profile")).toBuilder();
        return new StoredUser(user.counters(counters).build(), row.getLong("version"), row.getBoolean("tombstone"));
    }

    @Override
    public void write(UserChange change) {
        try {
            jdbc.transaction(sql -> carryOut(change, sql));
        } catch (SQLIntegrityConstraintViolationException taken) {
            throw change.conflictIn(this);
        } catch (SQLTransactionRollbackException changed) {
            throw new StaleUserException();
        }
    }

    private static void carryOut(UserChange change, Transaction sql) throws SQLException {
        for (UserId gone : change.removed()) {
            for (User heir : change.written()) {
                sql.update(BEQUEATH, heir.id().value(), gone.value());
            }
            long version = change.expectedVersion(gone).orElseThrow();
            sql.updateOne("delete from users where user_id = ? and version = ?", gone.value(), version);
        }
        for (User user : change.written()) {
            put(user, change.expectedVersion(user.id()), change.leavesTombstone(), sql);
        }
        if (change.counted().isPresent()) {
            LoginEvent login = change.counted().get().login();
            sql.updateOne(
                    COUNT, login.at(), login.ip(), change.counted().get().user().value());
        }
    }

    private static void put(User user, OptionalLong known, boolean tombstone, Transaction sql) throws SQLException {
        String id = user.id().value();
        LoginCounters counters = user.counters();
        // A new user does not begin at the version of one that was deleted.
        long version = known.orElseGet(() -> ThreadLocalRandom.current().nextLong(Long.MAX_VALUE / 2));
        if (known.isEmpty()) {
            sql.updateOne("insert into users (user_id, version) values (?, ?)", id, version);
        }
        if (known.isEmpty() || tombstone) {
            sql.update(RESET, tombstone, counters.logins(), counters.lastLogin(), counters.lastIp(), id, version);
        }
        String profile = UserSnapshot.write(user);
        sql.updateOne(UPDATE, user.email(), user.emailKey(), user.isEmailVerified(), user.name(), profile, id, version);
        sql.update("delete from identities where user_id = ?", id);
        for (Identity identity : user.identities()) {
            sql.update("insert into identities values (?, ?, ?)", identity.connection(), identity.subject(), id);
        }
    }
}
