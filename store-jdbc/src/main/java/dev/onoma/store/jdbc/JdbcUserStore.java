package dev.onoma.store.jdbc;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.history.History;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.search.SearchKey;
import dev.onoma.core.search.SearchPage;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.AttemptStore;
import dev.onoma.core.store.CodeStore;
import dev.onoma.core.store.CredentialStore;
import dev.onoma.core.store.IdSpaces;
import dev.onoma.core.store.ImportKeys;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.store.ImportStore;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.TicketStore;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserDirectory;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.accounts.AttemptRows;
import dev.onoma.store.jdbc.accounts.CodeRows;
import dev.onoma.store.jdbc.accounts.CredentialRows;
import dev.onoma.store.jdbc.accounts.TicketRows;
import dev.onoma.store.jdbc.history.EventRows;
import dev.onoma.store.jdbc.imports.ImportRows;
import dev.onoma.store.jdbc.schema.Schema;
import dev.onoma.store.jdbc.search.UserSearch;
import dev.onoma.store.jdbc.spaces.IdSpaceRows;
import dev.onoma.store.jdbc.sql.Database;
import dev.onoma.store.jdbc.sql.Dialect;
import dev.onoma.store.jdbc.sql.DuplicateKeyException;
import dev.onoma.store.jdbc.sql.PlainFailure;
import dev.onoma.store.jdbc.users.ChangeWriter;
import dev.onoma.store.jdbc.users.UserQueries;
import dev.onoma.store.jdbc.users.UserRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * Users and their accounts in H2 or PostgreSQL (14 or later), for one tenant. Thread-safe, and safe beside other
 * processes on the same database.
 *
 * <p>A returning login is two statements, each a transaction of its own; in a file of H2 that another process has opened,
 * the second one shares its transaction with the lock by which writers take turns. What fails in a way that may pass is
 * repeated where that is safe; a write whose confirmation was lost is not, unless it may be carried out twice. A database
 * that cannot be used is a {@link StoreUnavailableException}.
 *
 * <p>Events are kept for two days unless told otherwise: older ones are not shown any more, and removed by
 * {@link #purge()}.
 */
public final class JdbcUserStore implements AccountStore, UserDirectory, IdSpaces, History, ImportStore {
    private static final String FIND = "find";

    private final Database database;
    private final String tenant;
    private final ChangeWriter writer;
    private final IdSpaceRows spaces;
    private final ImportRows imports;
    private final CredentialRows credentials;
    private final TicketRows tickets;
    private final CodeRows codes;
    private final AttemptRows attempts;
    private final UserSearch search;
    private final Duration retention;
    private final Clock clock;

    private JdbcUserStore(Builder builder, Dialect dialect) {
        this.database = new Database(builder.source, dialect, builder.observer);
        this.tenant = builder.tenant;
        this.writer = new ChangeWriter(tenant, dialect);
        this.spaces = new IdSpaceRows(tenant, database);
        this.search = new UserSearch(tenant, database, builder.searchTimeout);
        this.credentials = new CredentialRows(tenant, database, this);
        this.imports = new ImportRows(tenant, database, this, credentials);
        this.tickets = new TicketRows(tenant, database);
        this.codes = new CodeRows(tenant, database);
        this.attempts = new AttemptRows(tenant, database);
        this.retention = builder.retention;
        this.clock = builder.clock;
    }

    /** A builder for a store over a database. */
    public static Builder builder(DataSource source) {
        return new Builder(source);
    }

    @Override
    public Optional<StoredUser> find(UserId id) {
        return one(UserQueries.BY_ID, List.of(tenant, id.value()));
    }

    @Override
    public Optional<StoredUser> find(IdentityKey key) {
        return one(UserQueries.BY_IDENTITY, List.of(tenant, key.connection(), key.subject()));
    }

    private Optional<StoredUser> one(String sql, List<Object> parameters) {
        return database.read(FIND, statements -> statements.query(UserRows::read, sql, parameters)).stream()
                .findFirst();
    }

    @Override
    public List<StoredUser> candidates(EmailAddress address, int limit) {
        String key = SearchKey.of(RootAttribute.EMAIL, address.text());
        // Addresses that differ behind what a key keeps share it: of those, all have to be looked at.
        boolean isWhole = key.codePointCount(0, key.length()) < SearchKey.CHARACTERS;
        List<Object> parameters = List.of(tenant, key, isWhole ? limit : Integer.MAX_VALUE);
        return database
                .read("candidates", statements -> statements.query(UserRows::read, UserQueries.BY_EMAIL, parameters))
                .stream()
                .filter(stored -> stored.user().emailKey().equals(Optional.of(address.key())))
                .limit(limit)
                .toList();
    }

    @Override
    public SearchPage search(SearchRequest request) {
        return search.page(request);
    }

    @Override
    public void write(UserChange change) {
        try {
            if (change instanceof UserChange.Touch touch && touch.events().size() == 1) {
                database.recording("count", statements -> writer.touch(touch, statements));
            } else {
                database.transaction("write", statements -> writer.carryOut(change, statements));
            }
        } catch (DuplicateKeyException taken) {
            throw change.conflictIn(this);
        }
    }

    @Override
    public List<UserEvent> events(UserId user, int limit) {
        Instant since = clock.instant().minus(retention);
        return database.read("events", statements -> EventRows.newest(tenant, user, since, limit, statements));
    }

    @Override
    public void record(UserEvent event) {
        database.recording("record", statements -> EventRows.insert(tenant, event, statements));
    }

    @Override
    public long purge(Instant before) {
        return database.recording("purge", statements -> EventRows.purge(tenant, before, statements));
    }

    /** Forgets the events that are older than they are kept, and says how many those were. */
    public long purge() {
        return purge(clock.instant().minus(retention));
    }

    @Override
    public Optional<String> pinned(String connection) {
        return spaces.pinned(connection);
    }

    @Override
    public String pin(String connection, String idSpace) {
        return spaces.pin(connection, idSpace);
    }

    @Override
    public void repin(String connection, String idSpace) {
        spaces.repin(connection, idSpace);
    }

    @Override
    public List<StoredUser> matches(ImportKeys keys) {
        return imports.matches(keys);
    }

    @Override
    public List<Credential> credentials(Collection<IdentityKey> identities) {
        return imports.credentials(identities);
    }

    @Override
    public Optional<ImportProgress> progress(String fingerprint) {
        return imports.progress(fingerprint);
    }

    @Override
    public void write(List<UserChange> changes, List<Credential> beside, ImportProgress before, ImportProgress after) {
        imports.write(changes, beside, before, after);
    }

    @Override
    public void forget(String fingerprint) {
        imports.forget(fingerprint);
    }

    @Override
    public CredentialStore credentials() {
        return credentials;
    }

    @Override
    public TicketStore tickets() {
        return tickets;
    }

    @Override
    public CodeStore codes() {
        return codes;
    }

    @Override
    public AttemptStore attempts() {
        return attempts;
    }

    @Override
    public long purgeExpired(Instant now) {
        return tickets.purge(now) + codes.purge(now) + attempts.purge(now);
    }

    /** Likewise, by the store's clock. */
    public long purgeExpired() {
        return purgeExpired(clock.instant());
    }

    /** Whether the database answers, for readiness probes; throws nothing. */
    public StoreHealth check() {
        long start = System.nanoTime();
        Optional<String> problem = Optional.empty();
        try {
            database.read("check", statements -> statements.query(ResultSet::next, "select 1", List.of()));
        } catch (StoreUnavailableException down) {
            problem = Optional.of(down.code());
        }
        return new StoreHealth(problem, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Collects a store's parts. */
    public static final class Builder {
        private static final int LONGEST_TENANT = 128;

        private final DataSource source;
        private String tenant = "default";
        private Duration retention = Duration.ofDays(2);
        private Duration searchTimeout = Duration.ofSeconds(10);
        private StoreObserver observer = StoreObserver.NONE;
        private Clock clock = Clock.systemUTC();
        private boolean migrates = true;

        private Builder(DataSource source) {
            this.source = requireNonNull(source, "source");
        }

        /**
         * Whose users these are; tenants see nothing of one another. Default: {@code default}.
         *
         * @throws IllegalArgumentException when it is blank, longer than 128 characters, or holds NUL or half a character
         */
        public Builder tenant(String name) {
            if (name.isBlank() || name.length() > LONGEST_TENANT || Characters.isUnsafe(name)) {
                throw new IllegalArgumentException("tenant must have 1 to " + LONGEST_TENANT
                        + " characters, and neither NUL nor half of a surrogate pair");
            }
            tenant = name;
            return this;
        }

        /** How long events are shown, and how long {@link JdbcUserStore#purge()} leaves them. Default: two days. */
        public Builder keepEvents(Duration time) {
            retention = requireNonNull(time, "time");
            return this;
        }

        /**
         * How long the search for one page may take, in whole seconds. Default: ten.
         *
         * @throws IllegalArgumentException when it is less than one second
         */
        public Builder searchTimeout(Duration time) {
            if (time.toSeconds() < 1) {
                throw new IllegalArgumentException("searchTimeout must be at least one second");
            }
            searchTimeout = time;
            return this;
        }

        /** Who is told of each use of the database. Default: nobody. */
        public Builder observer(StoreObserver told) {
            observer = requireNonNull(told, "told");
            return this;
        }

        /** By which events age. Default: the system's clock. */
        public Builder clock(Clock time) {
            clock = requireNonNull(time, "time");
            return this;
        }

        /** Leaves the schema as it is: for whoever migrates it elsewhere, or may not. */
        public Builder withoutMigration() {
            migrates = false;
            return this;
        }

        /**
         * The store, its schema made or brought up to date, for which the pool must have two connections to lend.
         *
         * @throws IllegalArgumentException when the database is neither H2 nor PostgreSQL, or an H2 that ignores case
         * @throws StoreUnavailableException when it cannot be used, or its schema is later than this library's
         */
        public JdbcUserStore build() {
            try {
                Dialect dialect = Dialect.of(source);
                if (migrates) {
                    Schema.migrate(source, dialect);
                } else {
                    Schema.refuseLater(source);
                }
                return new JdbcUserStore(this, dialect);
            } catch (SQLException | FlywayException problem) {
                throw StoreUnavailableException.nothingWritten(PlainFailure.of(problem));
            }
        }
    }
}
