package dev.onoma.core.transfer;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The credentials of a batch's users, as its rows leave them one after the other. For one batch. */
final class RowCredentials {
    private final String connection;
    private final Instant at;
    private final Map<IdentityKey, Credential> all = new HashMap<>();
    private final Map<IdentityKey, Credential> written = new LinkedHashMap<>();

    RowCredentials(String connection, Collection<Credential> stored, Instant at) {
        this.connection = connection;
        this.at = at;
        stored.forEach(credential -> all.put(credential.identity(), credential));
    }

    /**
     * The user of a row logs in with the names that it has now, and with the row's password where it had none.
     *
     * @throws FailedRowException when the row would replace a password
     */
    void write(User user, ImportRow row) {
        IdentityKey key = row.account().map(Account::key).orElseGet(() -> account(user));
        Optional<Credential> known = Optional.ofNullable(all.get(key));
        if (row.passwordHash().isPresent()
                && known.flatMap(Credential::password).isPresent()) {
            throw new FailedRowException(RowProblem.NOT_UPSERTABLE, "the user has a password already");
        }
        Credential named = known.isPresent() && !user.primaryIdentity().key().equals(key)
                ? known.get()
                : known.map(credential -> credential.named(user.root()))
                        .orElseGet(() -> Credential.of(key, user.root()));
        Credential after =
                row.passwordHash().map(hash -> named.withPassword(hash, at)).orElse(named);
        if (known.filter(after::isSame).isEmpty()) {
            all.put(key, after);
            written.put(key, after);
        }
    }

    private IdentityKey account(User user) {
        return user.identities().stream()
                .map(Identity::key)
                .filter(key -> key.connection().equals(connection))
                .findFirst()
                .orElseThrow();
    }

    List<Credential> written() {
        return List.copyOf(written.values());
    }
}
