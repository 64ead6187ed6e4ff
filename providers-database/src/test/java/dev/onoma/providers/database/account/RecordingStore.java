package dev.onoma.providers.database.account;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.History;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.AttemptStore;
import dev.onoma.core.store.CodeStore;
import dev.onoma.core.store.CredentialStore;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.TicketStore;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A store in memory that writes down what it is asked, and whether that reads or writes. */
final class RecordingStore implements AccountStore, History {
    final List<String> calls = new CopyOnWriteArrayList<>();
    /** What somebody else does, once, between the look at a user and that at its credential. */
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    private final InMemoryUserStore store = new InMemoryUserStore();

    void meanwhile(Runnable step) {
        meanwhile.set(step);
    }

    @Override
    public Optional<StoredUser> find(UserId id) {
        calls.add("user");
        return store.find(id);
    }

    @Override
    public Optional<StoredUser> find(IdentityKey key) {
        calls.add("user");
        return store.find(key);
    }

    @Override
    public List<StoredUser> candidates(EmailAddress address, int limit) {
        calls.add("candidates");
        return store.candidates(address, limit);
    }

    @Override
    public void write(UserChange change) {
        calls.add("write");
        store.write(change);
    }

    @Override
    public void record(UserEvent event) {
        calls.add("write");
        store.record(event);
    }

    @Override
    public List<UserEvent> events(UserId user, int limit) {
        return store.events(user, limit);
    }

    @Override
    public long purge(Instant before) {
        return store.purge(before);
    }

    @Override
    public CredentialStore credentials() {
        CredentialStore credentials = store.credentials();
        return new CredentialStore() {
            @Override
            public Optional<Credential> find(IdentityKey identity) {
                calls.add("credential");
                meanwhile.getAndSet(() -> {}).run();
                return credentials.find(identity);
            }

            @Override
            public Optional<Credential> find(String connection, LoginName name) {
                calls.add("credential");
                return credentials.find(connection, name);
            }

            @Override
            public void write(Credential credential) {
                calls.add("credential written");
                credentials.write(credential);
            }

            @Override
            public void write(UserChange change, Credential credential) {
                calls.add("credential written");
                credentials.write(change, credential);
            }
        };
    }

    @Override
    public AttemptStore attempts() {
        AttemptStore attempts = store.attempts();
        return new AttemptStore() {
            @Override
            public long count(String key, Instant now, Instant until) {
                calls.add("write");
                return attempts.count(key, now, until);
            }

            @Override
            public long attempts(String key, Instant now) {
                calls.add("count read");
                return attempts.attempts(key, now);
            }

            @Override
            public void forget(String key) {
                calls.add("forget");
                attempts.forget(key);
            }

            @Override
            public void giveBack(String key, Instant now) {
                calls.add("write");
                attempts.giveBack(key, now);
            }
        };
    }

    @Override
    public TicketStore tickets() {
        return store.tickets();
    }

    @Override
    public CodeStore codes() {
        return store.codes();
    }

    @Override
    public long purgeExpired(Instant now) {
        return store.purgeExpired(now);
    }
}
