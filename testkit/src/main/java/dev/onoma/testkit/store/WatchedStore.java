package dev.onoma.testkit.store;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;

/** A store after each read of which something happens: what lies between a read and its write is where races are. */
record WatchedStore(UserStore store, Runnable afterRead) implements UserStore {
    @Override
    public Optional<StoredUser> find(UserId id) {
        return read(store.find(id));
    }

    @Override
    public Optional<StoredUser> find(IdentityKey key) {
        return read(store.find(key));
    }

    @Override
    public List<StoredUser> candidates(EmailAddress address, int limit) {
        return store.candidates(address, limit);
    }

    @Override
    public void write(UserChange change) {
        store.write(change);
    }

    private Optional<StoredUser> read(Optional<StoredUser> found) {
        afterRead.run();
        return found;
    }
}
