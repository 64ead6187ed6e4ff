package dev.onoma.store.jdbc.accounts;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.credential.StoredPassword;
import dev.onoma.core.store.CredentialStore;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.StaleUserException;
import dev.onoma.core.store.StoreConflictException;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.store.jdbc.sql.Database;
import dev.onoma.store.jdbc.sql.DuplicateKeyException;
import dev.onoma.store.jdbc.sql.Statements;
import dev.onoma.store.jdbc.users.ChangeWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Credentials as rows, whose names are unique by keys of the database. */
public final class CredentialRows implements CredentialStore {
    private static final String SELECT = "select connection, subject, version, email_key, username_key, phone_number,"
            + " password_hash, password_set_at";

    private final String tenant;
    private final Database database;
    private final UserStore users;
    private final ChangeWriter changes;
    private final CredentialWriter writer;

    /**
     * Credentials of a store.
     *
     * @param users the store itself, to be asked why a change does not fit
     */
    public CredentialRows(String tenant, Database database, UserStore users) {
        this.tenant = tenant;
        this.database = database;
        this.users = users;
        this.changes = new ChangeWriter(tenant, database.dialect());
        this.writer = new CredentialWriter(tenant, database.dialect());
    }

    @Override
    public Optional<Credential> find(IdentityKey identity) {
        return one("subject = ?", identity.connection(), identity.subject());
    }

    @Override
    public Optional<Credential> find(String connection, LoginName name) {
        // People type it, and what no column holds the database does not let itself be asked for.
        return Characters.isUnsafe(name.key())
                ? Optional.empty()
                : one(CredentialWriter.column(name.kind()) + " = ?", connection, name.key());
    }

    private Optional<Credential> one(String condition, String connection, String value) {
        String select = SELECT + " from " + CredentialWriter.TABLE + " where tenant = ? and connection = ? and ";
        List<Object> parameters = List.of(tenant, connection, value);
        return database
                .read("find_credential", sql -> sql.query(CredentialRows::read, select + condition, parameters))
                .stream()
                .findFirst();
    }

    /** The credentials of these identities, those that have one. */
    public List<Credential> find(Collection<IdentityKey> identities) {
        Map<String, Set<String>> subjects = new TreeMap<>();
        for (IdentityKey identity : identities) {
            subjects.computeIfAbsent(identity.connection(), connection -> new TreeSet<>())
                    .add(identity.subject());
        }
        return subjects.isEmpty() ? List.of() : database.plannedRead("find_credentials", sql -> all(subjects, sql));
    }

    private List<Credential> all(Map<String, Set<String>> subjects, Statements sql) throws SQLException {
        String select = SELECT + database.dialect().among(CredentialWriter.TABLE, "subject") + " and u.connection = ?";
        List<Credential> all = new ArrayList<>();
        for (Map.Entry<String, Set<String>> each : subjects.entrySet()) {
            String[] keys = each.getValue().toArray(new String[0]);
            all.addAll(sql.query(CredentialRows::read, select, List.of(keys, tenant, each.getKey())));
        }
        return all;
    }

    private static List<Credential> read(ResultSet rows) throws SQLException {
        List<Credential> credentials = new ArrayList<>();
        while (rows.next()) {
            Map<LoginName.Kind, String> names = new EnumMap<>(LoginName.Kind.class);
            for (LoginName.Kind kind : LoginName.Kind.values()) {
                @Nullable String name = rows.getString(CredentialWriter.column(kind));
                if (name != null) {
                    names.put(kind, name);
                }
            }
            IdentityKey identity = new IdentityKey(rows.getString("connection"), rows.getString("subject"));
            @Nullable String hash = rows.getString("password_hash");
            Optional<Instant> since = Optional.ofNullable(rows.getObject("password_set_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
            Optional<StoredPassword> password =
                    since.filter(at -> hash != null).map(at -> new StoredPassword(requireNonNull(hash), at));
            // A time without a hash is that of a password that was taken away.
            Optional<Instant> revokedAt = since.filter(at -> hash == null);
            credentials.add(Credential.stored(identity, names, password, revokedAt, rows.getLong("version")));
        }
        return credentials;
    }

    @Override
    public void write(Credential credential) {
        try {
            database.transaction("write_credential", sql -> writer.write(List.of(credential), sql));
        } catch (DuplicateKeyException taken) {
            throw conflict(List.of(credential));
        }
    }

    @Override
    public void write(UserChange change, Credential credential) {
        AtomicBoolean changed = new AtomicBoolean();
        try {
            database.transaction("write_account", sql -> {
                changed.set(false);
                changes.carryOut(change, sql);
                changed.set(true);
                writer.write(List.of(credential), sql);
            });
        } catch (DuplicateKeyException taken) {
            throw changed.get() ? conflict(List.of(credential)) : change.conflictIn(users);
        }
    }

    /** Why a unique key kept credentials out: a new one was there already, or else a name was taken. */
    public StoreConflictException conflict(Collection<Credential> credentials) {
        List<IdentityKey> created = credentials.stream()
                .filter(credential -> credential.version() == 0)
                .map(Credential::identity)
                .toList();
        return find(created).isEmpty() ? new LoginNameTakenException() : new StaleUserException();
    }
}
