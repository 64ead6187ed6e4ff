package dev.onoma.testkit.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.store.AccountStore;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the parts of the contract share: a fresh store for each test, and words for what they do to it. */
public abstract class AccountPart {
    private final Supplier<AccountStore> stores;

    private @Nullable AccountStore store;

    AccountPart(Supplier<AccountStore> stores) {
        this.stores = stores;
    }

    /** The store of the test that is running: opened at first use, when whoever extends the contract is ready. */
    synchronized AccountStore store() {
        if (store == null) {
            store = stores.get();
        }
        return store;
    }

    AccountStore anotherStore() {
        return stores.get();
    }

    StoredUser inserted(User user) {
        store().write(new UserChange.Insert(user));
        return stored(user);
    }

    StoredUser stored(User user) {
        return store().find(user.id()).orElseThrow();
    }

    /** Writes a credential, and reads it. */
    Credential written(Credential credential) {
        store().credentials().write(credential);
        return read(credential.identity());
    }

    Credential read(IdentityKey identity) {
        return store().credentials().find(identity).orElseThrow();
    }

    /** The credential has those names and that password, and can be written over; its version is the store's. */
    static void isLike(Optional<Credential> actual, Credential expected) {
        assertThat(actual).as("the credential").isPresent();
        Credential found = actual.orElseThrow();
        assertThat(found.identity()).isEqualTo(expected.identity());
        assertThat(found.names()).isEqualTo(expected.names());
        assertThat(found.password()).isEqualTo(expected.password());
        assertThat(found.version()).as("version").isPositive();
    }

    /** Of that credential nothing has changed. */
    void isUntouched(Credential before) {
        Credential now = read(before.identity());
        isLike(Optional.of(now), before);
        assertThat(now.version()).as("version").isEqualTo(before.version());
    }

    void hasNoCredential(IdentityKey identity) {
        assertThat(store().credentials().find(identity))
                .as("the credential of an identity")
                .isEmpty();
    }
}
