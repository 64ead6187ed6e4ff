package dev.onoma.core.store;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.history.History;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.search.SearchPage;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.store.UserChange.Counted;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginCounters;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Users in memory, gone with the process: for tests, examples and trying things out. Thread-safe; every call sees the
 * store before or after a change, never in between.
 */
public final class InMemoryUserStore implements AccountStore, UserDirectory, IdSpaces, History, ImportStore {
    /** Of all users together: who wants to remember more has a store that lasts. */
    private static final int MOST_EVENTS = 10_000;

    private final Map<String, StoredUser> users = new HashMap<>();

    private final Map<IdentityKey, String> byIdentity = new HashMap<>();
    private final Map<String, Set<String>> byEmail = new HashMap<>();
    private final Map<String, String> idSpaces = new HashMap<>();
    /** The newest first. */
    private final Deque<UserEvent> events = new ArrayDeque<>();

    private final Map<String, ImportProgress> imports = new HashMap<>();

    private final InMemoryCredentials credentials = new InMemoryCredentials(this);
    private final InMemoryTickets tickets = new InMemoryTickets();
    private final InMemoryCodes codes = new InMemoryCodes();
    private final InMemoryAttempts attempts = new InMemoryAttempts();

    /** The latest version of any user: one that is deleted and made anew does not begin where its predecessor did. */
    private long latestVersion;

    /** A store without users. */
    public InMemoryUserStore() {}

    @Override
    public synchronized Optional<StoredUser> find(UserId id) {
        return Optional.ofNullable(users.get(id.value()));
    }

    @Override
    public synchronized Optional<StoredUser> find(IdentityKey key) {
        return Optional.ofNullable(byIdentity.get(key)).map(users::get);
    }

    @Override
    public synchronized List<StoredUser> candidates(EmailAddress address, int limit) {
        return byEmail.getOrDefault(address.key(), Set.of()).stream()
                .limit(limit)
                .map(users::get)
                .toList();
    }

    @Override
    public synchronized void write(UserChange change) {
        Map<String, StoredUser> expected = checked(change);
        Optional<Counted> counted = change.counted();
        expected.values().forEach(this::remove);
        for (User user : change.written()) {
            put(user, Optional.ofNullable(expected.get(user.id().value())), change.leavesTombstone());
        }
        counted.ifPresent(this::count);
        change.removed().forEach(this::forget);
        change.forgotten().forEach(credentials::forget);
        change.forgotten().forEach(tickets::revoke);
        if (change.leavesTombstone()) {
            change.written().forEach(user -> forget(user.id()));
        }
        change.events().forEach(this::record);
    }

    /** The users that a change expects, as they are now, once it is known that the change fits. */
    private Map<String, StoredUser> checked(UserChange change) {
        Map<String, StoredUser> expected = new HashMap<>();
        for (StoredUser stored : change.expected()) {
            expected.put(stored.user().id().value(), current(stored));
        }
        for (User user : change.written()) {
            checkFree(user, expected);
        }
        if (change.counted().filter(counted -> isGone(counted.user())).isPresent()) {
            throw new StaleUserException();
        }
        return expected;
    }

    private boolean isGone(UserId id) {
        StoredUser stored = users.get(id.value());
        return stored == null || stored.isTombstone();
    }

    private StoredUser current(StoredUser expected) {
        StoredUser current = users.get(expected.user().id().value());
        if (current == null || current.version() != expected.version()) {
            throw new StaleUserException();
        }
        return current;
    }

    private void checkFree(User user, Map<String, StoredUser> expected) {
        for (Identity identity : user.identities()) {
            String holder = byIdentity.get(identity.key());
            if (holder != null && !expected.containsKey(holder)) {
                throw new DuplicateIdentityException();
            }
        }
        if (users.containsKey(user.id().value())
                && !expected.containsKey(user.id().value())) {
            throw new UserIdTakenException();
        }
    }

    private void remove(StoredUser stored) {
        User user = stored.user();
        users.remove(user.id().value());
        user.identities().forEach(identity -> byIdentity.remove(identity.key()));
        user.emailKey().ifPresent(key -> {
            Set<String> ids = byEmail.getOrDefault(key, new LinkedHashSet<>());
            ids.remove(user.id().value());
            if (ids.isEmpty()) {
                byEmail.remove(key);
            }
        });
    }

    private void put(User user, Optional<StoredUser> before, boolean tombstone) {
        LoginCounters counters = before.filter(stored -> !tombstone)
                .map(stored -> stored.user().counters())
                .orElse(user.counters());
        latestVersion++;
        User written = user.toBuilder().counters(counters).build();
        users.put(user.id().value(), new StoredUser(written, latestVersion, tombstone));
        user.identities()
                .forEach(identity -> byIdentity.put(identity.key(), user.id().value()));
        user.emailKey()
                .ifPresent(key -> byEmail.computeIfAbsent(key, unused -> new LinkedHashSet<>())
                        .add(user.id().value()));
    }

    private void count(Counted counted) {
        users.computeIfPresent(counted.user().value(), (id, stored) -> {
            User user = stored.user();
            User after = user.toBuilder()
                    .counters(user.counters().plus(counted.login()))
                    .build();
            return new StoredUser(after, stored.version(), stored.isTombstone());
        });
    }

    /** Looks through a copy, so that logins need not wait for a search. */
    @Override
    public SearchPage search(SearchRequest request) {
        return SearchPage.among(living(), request);
    }

    private synchronized List<User> living() {
        return users.values().stream()
                .filter(stored -> !stored.isTombstone())
                .map(StoredUser::user)
                .toList();
    }

    private void forget(UserId id) {
        events.removeIf(event -> event.user().equals(id));
    }

    @Override
    public synchronized List<UserEvent> events(UserId user, int limit) {
        return events.stream()
                .filter(event -> event.user().equals(user))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void record(UserEvent event) {
        if (events.size() == MOST_EVENTS) {
            events.removeLast();
        }
        events.addFirst(event);
    }

    @Override
    public synchronized long purge(Instant before) {
        long size = events.size();
        events.removeIf(event -> event.at().isBefore(before));
        return size - events.size();
    }

    @Override
    public synchronized Optional<String> pinned(String connection) {
        return Optional.ofNullable(idSpaces.get(connection));
    }

    @Override
    public synchronized String pin(String connection, String idSpace) {
        idSpaces.putIfAbsent(connection, idSpace);
        return idSpaces.getOrDefault(connection, idSpace);
    }

    @Override
    public synchronized void repin(String connection, String idSpace) {
        idSpaces.put(connection, idSpace);
    }

    @Override
    public synchronized List<StoredUser> matches(ImportKeys keys) {
        Set<String> found = new LinkedHashSet<>();
        keys.ids().stream().map(UserId::value).filter(users::containsKey).forEach(found::add);
        for (String subject : keys.subjects()) {
            find(new IdentityKey(keys.connection(), subject))
                    .ifPresent(stored -> found.add(stored.user().id().value()));
        }
        users.forEach((id, stored) -> {
            if (keys.mean(stored.user())) {
                found.add(id);
            }
        });
        return found.stream().map(users::get).toList();
    }

    @Override
    public synchronized Optional<ImportProgress> progress(String fingerprint) {
        return Optional.ofNullable(imports.get(fingerprint));
    }

    @Override
    public synchronized List<Credential> credentials(Collection<IdentityKey> identities) {
        return identities.stream()
                .flatMap(identity -> credentials.find(identity).stream())
                .toList();
    }

    @Override
    public synchronized void write(
            List<UserChange> changes, List<Credential> written, ImportProgress before, ImportProgress after) {
        if (!imports.getOrDefault(before.fingerprint(), ImportProgress.none(before.fingerprint()))
                .equals(before)) {
            throw new ConcurrentImportException();
        }
        changes.forEach(this::checked);
        credentials.check(written);
        changes.forEach(this::write);
        written.forEach(credentials::put);
        imports.put(after.fingerprint(), after);
    }

    @Override
    public synchronized void forget(String fingerprint) {
        imports.remove(fingerprint);
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
        return tickets.purgeExpired(now) + codes.purgeExpired(now) + attempts.purgeExpired(now);
    }
}
