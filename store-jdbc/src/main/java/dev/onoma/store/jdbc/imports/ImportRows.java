package dev.onoma.store.jdbc.imports;

import dev.onoma.core.OnomaException;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.store.ConcurrentImportException;
import dev.onoma.core.store.DuplicateIdentityException;
import dev.onoma.core.store.ImportKeys;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.store.ImportStore;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.store.jdbc.StoreUnavailableException;
import dev.onoma.store.jdbc.accounts.CredentialRows;
import dev.onoma.store.jdbc.accounts.CredentialWriter;
import dev.onoma.store.jdbc.sql.Database;
import dev.onoma.store.jdbc.sql.Dialect;
import dev.onoma.store.jdbc.sql.DuplicateKeyException;
import dev.onoma.store.jdbc.sql.Statements;
import dev.onoma.store.jdbc.users.ChangeWriter;
import dev.onoma.store.jdbc.users.NewUsers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Imports in the tables of a store. */
public final class ImportRows implements ImportStore {
    private static final String SELECT =
            "select row_count, inserted, updated, failed from onoma_imports" + " where tenant = ? and fingerprint = ?";
    private static final String INSERT = "insert into onoma_imports (row_count, inserted, updated, failed, tenant,"
            + " fingerprint) values (?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update onoma_imports set row_count = ?, inserted = ?, updated = ?,"
            + " failed = ? where tenant = ? and fingerprint = ? and row_count = ?";
    private static final String DELETE = "delete from onoma_imports where tenant = ? and fingerprint = ?";

    private final String tenant;
    private final Database database;
    private final UserStore users;
    private final ChangeWriter changes;
    private final NewUsers newUsers;
    private final CredentialRows credentials;
    private final CredentialWriter writer;

    /**
     * Imports into a store.
     *
     * @param users the store itself, to be asked why a change does not fit
     * @param credentials its credentials, likewise
     */
    public ImportRows(String tenant, Database database, UserStore users, CredentialRows credentials) {
        this.tenant = tenant;
        this.database = database;
        this.users = users;
        this.changes = new ChangeWriter(tenant, database.dialect());
        this.newUsers = new NewUsers(tenant, database.dialect());
        this.credentials = credentials;
        this.writer = new CredentialWriter(tenant, database.dialect());
    }

    @Override
    public List<StoredUser> matches(ImportKeys keys) {
        Matching matching = new Matching(tenant, keys, database.dialect());
        return matching.isEmpty() ? List.of() : database.plannedRead("matches", matching::find);
    }

    @Override
    public List<Credential> credentials(Collection<IdentityKey> identities) {
        return credentials.find(identities);
    }

    @Override
    public Optional<ImportProgress> progress(String fingerprint) {
        return database.read(
                "progress",
                sql -> sql.query(rows -> progress(fingerprint, rows), SELECT, List.of(tenant, fingerprint)));
    }

    private static Optional<ImportProgress> progress(String fingerprint, ResultSet rows) throws SQLException {
        return rows.next()
                ? Optional.of(new ImportProgress(
                        fingerprint,
                        rows.getLong("row_count"),
                        rows.getLong("inserted"),
                        rows.getLong("updated"),
                        rows.getLong("failed")))
                : Optional.empty();
    }

    @Override
    public void write(List<UserChange> all, List<Credential> beside, ImportProgress before, ImportProgress after) {
        AtomicBoolean changed = new AtomicBoolean();
        try {
            database.transaction("import", sql -> {
                changed.set(false);
                // First of all: it makes a second process that runs the same import wait here, and then stop.
                moveOn(before, after, sql);
                carryOut(all, sql);
                changed.set(true);
                writer.write(beside, sql);
            });
        } catch (DuplicateKeyException taken) {
            throw changed.get() ? credentials.conflict(beside) : conflict(all, before);
        }
        if (database.dialect() == Dialect.POSTGRESQL && magnitude(before) != magnitude(after)) {
            analyze();
        }
    }

    private OnomaException conflict(List<UserChange> all, ImportProgress before) {
        if (!progress(before.fingerprint())
                .orElse(ImportProgress.none(before.fingerprint()))
                .equals(before)) {
            return new ConcurrentImportException();
        }
        return all.size() == 1 ? all.get(0).conflictIn(users) : new DuplicateIdentityException();
    }

    /** The digits of a number of rows, from a thousand on. */
    private static int magnitude(ImportProgress progress) {
        return progress.rows() < 1_000 ? 0 : Long.toString(progress.rows()).length();
    }

    /**
     * Tells PostgreSQL that its tables have grown: what it knows of them is a minute old, and by that the lookups of the
     * next batches would read them from end to end.
     */
    private void analyze() {
        try {
            database.statement(
                    "analyze",
                    sql -> sql.update("analyze onoma_users, onoma_identities, onoma_credentials", List.of()));
        } catch (StoreUnavailableException refused) {
            // It finds out by itself, only later; whether the database is still there, the next batch shows.
        }
    }

    private void moveOn(ImportProgress before, ImportProgress after, Statements sql) throws SQLException {
        List<Object> parameters = new ArrayList<>(
                List.of(after.rows(), after.inserted(), after.updated(), after.failed(), tenant, after.fingerprint()));
        if (before.rows() == 0) {
            sql.update(INSERT, parameters);
            return;
        }
        parameters.add(before.rows());
        if (sql.update(UPDATE, parameters) != 1) {
            throw new ConcurrentImportException();
        }
    }

    private void carryOut(List<UserChange> all, Statements sql) throws SQLException {
        List<User> inserted = new ArrayList<>();
        for (UserChange change : all) {
            if (change instanceof UserChange.Insert insert && insert.events().isEmpty()) {
                inserted.add(insert.user());
            } else {
                changes.carryOut(change, sql);
            }
        }
        newUsers.insert(inserted, sql);
    }

    /** To forget twice is to forget; a finished import that failed here would begin anew, and find all its rows known. */
    @Override
    public void forget(String fingerprint) {
        database.repeatable("forget", sql -> sql.update(DELETE, List.of(tenant, fingerprint)));
    }
}
