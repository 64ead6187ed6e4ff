package dev.onoma.core.login;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import java.util.List;
import java.util.Optional;

/** Writes what a login changes, and in one with an identity that it makes the credential that it brings along. */
final class NamedIdentities {
    private final UserStore store;
    private final Optional<Credential> credential;

    NamedIdentities(UserStore store, Login login) {
        this.store = store;
        this.credential = login.credential();
        if (credential.isPresent() && !(store instanceof AccountStore)) {
            throw new IllegalArgumentException("a login can bring a credential only where the store keeps credentials");
        }
    }

    void write(UserChange change) {
        Optional<Credential> made = credential.filter(each -> makes(change, each.identity()));
        if (made.isPresent()) {
            ((AccountStore) store).credentials().write(change, made.get());
        } else {
            store.write(change);
        }
    }

    private static boolean makes(UserChange change, IdentityKey identity) {
        List<StoredUser> before = change.expected();
        return change.written().stream()
                        .anyMatch(user -> user.identity(identity).isPresent())
                && before.stream()
                        .noneMatch(stored -> stored.user().identity(identity).isPresent());
    }
}
