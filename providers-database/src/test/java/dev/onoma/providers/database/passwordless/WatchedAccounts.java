package dev.onoma.providers.database.passwordless;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.History;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.AttemptStore;
import dev.onoma.core.store.CodeStore;
import dev.onoma.core.store.CredentialStore;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.TicketStore;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.ticket.LoginCode;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store that can be looked at: which codes it is given, and, before it writes a new user, whoever waits there. */
final class WatchedAccounts implements AccountStore, History {
    final List<LoginCode> codesSeen = new CopyOnWriteArrayList<>();
    private final AccountStore store;
    private final Runnable beforeNamedWrites;

    WatchedAccounts(AccountStore store, Runnable beforeNamedWrites) {
        this.store = store;
        this.beforeNamedWrites = beforeNamedWrites;
    }

    @Override
    public CredentialStore credentials() {
        CredentialStore inner = store.credentials();
        return new CredentialStore() {
            @Override
            public Optional<Credential> find(IdentityKey identity) {
                return inner.find(identity);
            }

            @Override
            public Optional<Credential> find(String connection, LoginName name) {
                return inner.find(connection, name);
            }

            @Override
            public void write(Credential credential) {
                inner.write(credential);
            }

            @Override
            public void write(UserChange change, Credential credential) {
                beforeNamedWrites.run();
                inner.write(change, credential);
            }
        };
    }

    @Override
    public CodeStore codes() {
        CodeStore inner = store.codes();
        return new CodeStore() {
            @Override
            public void put(LoginCode code) {
                codesSeen.add(code);
                inner.put(code);
            }

            @Override
            public Optional<LoginCode> tryOnce(
                    String connection, String address, String browserMac, int tries, Instant now) {
                return inner.tryOnce(connection, address, browserMac, tries, now);
            }

            @Override
            public boolean take(LoginCode code) {
                return inner.take(code);
            }
        };
    }

    @Override
    public TicketStore tickets() {
        return store.tickets();
    }

    @Override
    public AttemptStore attempts() {
        return store.attempts();
    }

    @Override
    public long purgeExpired(Instant now) {
        return store.purgeExpired(now);
    }

    @Override
    public Optional<StoredUser> find(UserId id) {
        return store.find(id);
    }

    @Override
    public Optional<StoredUser> find(IdentityKey key) {
        return store.find(key);
    }

    @Override
    public List<StoredUser> candidates(EmailAddress address, int limit) {
        return store.candidates(address, limit);
    }

    @Override
    public void write(UserChange change) {
        store.write(change);
    }

    @Override
    public List<UserEvent> events(UserId user, int limit) {
        return ((History) store).events(user, limit);
    }

    @Override
    public void record(UserEvent event) {
        ((History) store).record(event);
    }

    @Override
    public long purge(Instant before) {
        return ((History) store).purge(before);
    }
}
