package dev.onoma.core.store;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.user.IdentityKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Credentials in memory, under the lock of the users that they belong to. */
final class InMemoryCredentials implements CredentialStore {
    private final InMemoryUserStore users;
    private final Map<IdentityKey, Credential> byIdentity = new HashMap<>();
    private final Map<Named, IdentityKey> byName = new HashMap<>();

    /** The latest version of any credential: one that is made anew does not begin where its predecessor did. */
    private long latestVersion;

    InMemoryCredentials(InMemoryUserStore users) {
        this.users = users;
    }

    private record Named(String connection, LoginName.Kind kind, String key) {
        /** Not the name. */
        @Override
        public String toString() {
            return "Named[" + connection + ", " + kind + "]";
        }
    }

    @Override
    public Optional<Credential> find(IdentityKey identity) {
        synchronized (users) {
            return Optional.ofNullable(byIdentity.get(identity));
        }
    }

    @Override
    public Optional<Credential> find(String connection, LoginName name) {
        synchronized (users) {
            return Optional.ofNullable(byName.get(new Named(connection, name.kind(), name.key())))
                    .map(byIdentity::get);
        }
    }

    @Override
    public void write(Credential credential) {
        synchronized (users) {
            check(List.of(credential));
            put(credential);
        }
    }

    @Override
    public void write(UserChange change, Credential credential) {
        synchronized (users) {
            check(List.of(credential));
            users.write(change);
            put(credential);
        }
    }

    /** Whether all of them can be written, one after the other; throws where they cannot. */
    void check(Collection<Credential> all) {
        Map<Named, IdentityKey> taken = new HashMap<>();
        for (Credential credential : all) {
            long version = Optional.ofNullable(byIdentity.get(credential.identity()))
                    .map(Credential::version)
                    .orElse(0L);
            if (version != credential.version()) {
                throw new StaleUserException();
            }
            credential.names().forEach((kind, key) -> {
                Named name = new Named(credential.identity().connection(), kind, key);
                IdentityKey holder = byName.getOrDefault(name, credential.identity());
                IdentityKey other = taken.putIfAbsent(name, credential.identity());
                if (!holder.equals(credential.identity()) || other != null) {
                    throw new LoginNameTakenException();
                }
            });
        }
    }

    void put(Credential credential) {
        forget(credential.identity());
        latestVersion++;
        byIdentity.put(
                credential.identity(),
                Credential.stored(
                        credential.identity(),
                        credential.names(),
                        credential.password(),
                        credential.revokedAt(),
                        latestVersion));
        credential
                .names()
                .forEach((kind, key) ->
                        byName.put(new Named(credential.identity().connection(), kind, key), credential.identity()));
    }

    void forget(IdentityKey identity) {
        Credential gone = byIdentity.remove(identity);
        if (gone != null) {
            gone.names().forEach((kind, key) -> byName.remove(new Named(identity.connection(), kind, key)));
        }
    }
}
