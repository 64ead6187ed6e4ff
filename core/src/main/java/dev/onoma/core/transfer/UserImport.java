package dev.onoma.core.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonRow;
import dev.onoma.core.json.JsonRows;
import dev.onoma.core.provider.ProviderKind;
import dev.onoma.core.store.ConcurrentImportException;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.store.ImportStore;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.StoreConflictException;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A bulk import of users into a database connection: a JSON array or JSON lines in, in constant memory, a batch at a
 * time. A row that cannot be imported fails by itself and stops nothing. An import that was killed goes on where it was
 * when it is run again, with the same file, connection and options. Immutable; one import may run at a time.
 */
public final class UserImport {
    /** So much text at most in one batch, whose rows are in memory together. */
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    /** Each failed attempt means that somebody else changed that user just now. */
    private static final int ATTEMPTS = 50;

    private final Connection connection;
    private final ImportStore store;
    private final RowReader reader;
    private final boolean upsert;
    private final int batchRows;
    private final Clock clock;
    private final Supplier<String> subjects;
    private final ImportListener listener;

    private UserImport(Builder builder) {
        this.connection = builder.connection;
        this.store = builder.store;
        this.reader = new RowReader(connection, builder.passwords);
        this.upsert = builder.upsert;
        this.batchRows = builder.batchRows;
        this.clock = builder.clock;
        this.subjects = builder.subjects;
        this.listener = builder.listener;
    }

    /**
     * An import into a connection.
     *
     * @throws IllegalArgumentException when the connection's provider is no database
     */
    public static Builder into(Connection connection, ImportStore store) {
        return new Builder(connection, store);
    }

    /**
     * Imports a file, or the rest of it.
     *
     * @return what became of all of its rows, those of an earlier run included
     * @throws JsonException when the file is an array and broken: says the line; nothing was imported
     * @throws IOException when the file cannot be read
     * @throws ConcurrentImportException when the same import is running elsewhere
     */
    public ImportProgress run(ImportSource source) throws IOException {
        String fingerprint = fingerprint(source);
        ImportProgress progress = store.progress(fingerprint).orElse(ImportProgress.none(fingerprint));
        listener.started(progress);
        try (InputStream in = source.open()) {
            JsonRows rows = JsonRows.over(in, connection.limits());
            for (long done = 0; done < progress.rows(); done++) {
                rows.next();
            }
            for (List<JsonRow> batch = batch(rows); !batch.isEmpty(); batch = batch(rows)) {
                progress = step(batch, progress);
            }
        }
        store.forget(fingerprint);
        return progress;
    }

    /** What tells this import from others. An array is looked through on the way, so that a broken one does nothing. */
    private String fingerprint(ImportSource source) throws IOException {
        MessageDigest digest = sha256();
        digest.update((connection.name() + "\n" + upsert + "\n").getBytes(UTF_8));
        try (InputStream in = new DigestInputStream(source.open(), digest)) {
            JsonRows rows = JsonRows.over(in, connection.limits());
            while (rows.isArray() && rows.next().isPresent()) {
                // Only whether it can be read counts here.
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private List<JsonRow> batch(JsonRows rows) throws IOException {
        List<JsonRow> batch = new ArrayList<>();
        int bytes = 0;
        while (batch.size() < batchRows && bytes < BATCH_BYTES) {
            Optional<JsonRow> row = rows.next();
            if (row.isEmpty()) {
                return batch;
            }
            batch.add(row.get());
            bytes += row.get().bytes();
        }
        return batch;
    }

    private ImportProgress step(List<JsonRow> rows, ImportProgress before) {
        try {
            return attempt(new Batch(connection, reader, rows), before);
        } catch (StoreConflictException changed) {
            // Somebody logged in, or edited a user: whose row that was shows when each is tried by itself.
            ImportProgress progress = before;
            for (JsonRow row : rows) {
                progress = alone(new Batch(connection, reader, List.of(row)), progress);
            }
            return progress;
        }
    }

    private ImportProgress alone(Batch row, ImportProgress before) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return attempt(row, before);
            } catch (LoginNameTakenException taken) {
                return write(row.failedWith(nameTaken()), before);
            } catch (StoreConflictException changed) {
                // Look again, decide again.
            }
        }
        FailedRowException contended =
                new FailedRowException(RowProblem.CONTENDED_USER, "the user kept changing while the row was applied");
        return write(row.failedWith(contended), before);
    }

    private static FailedRowException nameTaken() {
        return new FailedRowException(
                RowProblem.LOGIN_NAME_TAKEN,
                "another user of the connection logs in with the row's address, user name or phone number");
    }

    private ImportProgress attempt(Batch batch, ImportProgress before) {
        List<StoredUser> known = store.matches(batch.keys());
        List<IdentityKey> accounts = known.stream()
                .flatMap(stored -> stored.user().identities().stream())
                .map(Identity::key)
                .filter(key -> key.connection().equals(connection.name()))
                .toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Credential> credentials = accounts.isEmpty() ? List.of() : store.credentials(accounts);
        return write(batch.decide(known, credentials, upsert, subjects, now), before);
    }

    private ImportProgress write(Batch.Outcome outcome, ImportProgress before) {
        ImportProgress after = before.plus(
                outcome.inserted(), outcome.updated(), outcome.failed().size());
        listener.failing(outcome.failed());
        store.write(outcome.changes(), outcome.credentials(), before, after);
        listener.written(after);
        return after;
    }

    @Override
    public String toString() {
        return "UserImport[" + connection.name() + (upsert ? ", upsert]" : "]");
    }

    /** Collects an import's options. */
    public static final class Builder {
        private final Connection connection;
        private final ImportStore store;
        private Optional<PasswordReader> passwords = Optional.empty();
        private boolean upsert;
        private int batchRows = 1_000;
        private Clock clock = Clock.systemUTC();
        private Supplier<String> subjects = () -> UUID.randomUUID().toString();
        private ImportListener listener = ImportListener.NONE;

        private Builder(Connection connection, ImportStore store) {
            this.connection = requireNonNull(connection, "connection");
            this.store = requireNonNull(store, "store");
            if (connection.provider().kind() != ProviderKind.DATABASE) {
                throw new IllegalArgumentException("users are imported into database connections only");
            }
        }

        /** Updates known users from their rows. Default: such rows fail. */
        public Builder upsert() {
            upsert = true;
            return this;
        }

        /** Who reads the hashes of passwords. Default: nobody, and rows that have some fail. */
        public Builder passwords(PasswordReader reader) {
            passwords = Optional.of(reader);
            return this;
        }

        /** How many rows are written together, 1 or more. Default: 1,000. */
        public Builder batchRows(int rows) {
            if (rows < 1) {
                throw new IllegalArgumentException("a batch must have at least 1 row");
            }
            batchRows = rows;
            return this;
        }

        /** Default: the system's. */
        public Builder clock(Clock time) {
            clock = requireNonNull(time, "time");
            return this;
        }

        /** New subjects for rows that come without a user id, none ever twice. Default: random UUIDs. */
        public Builder subjects(Supplier<String> fresh) {
            subjects = requireNonNull(fresh, "fresh");
            return this;
        }

        /** Who is told how it goes. Default: nobody. */
        public Builder listener(ImportListener told) {
            listener = requireNonNull(told, "told");
            return this;
        }

        public UserImport build() {
            return new UserImport(this);
        }
    }
}
