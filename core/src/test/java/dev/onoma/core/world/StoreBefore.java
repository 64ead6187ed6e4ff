package dev.onoma.core.world;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A store before each of whose writes something happens. It counts what is read and written. */
public final class StoreBefore implements UserStore {
    private final UserStore store;
    private final Consumer<UserChange> before;
    public final AtomicInteger reads = new AtomicInteger();
    public final AtomicInteger writes = new AtomicInteger();

    public StoreBefore(UserStore store, Consumer<UserChange> before) {
        this.store = store;
        this.before = before;
    }

    @Override
    public Optional<StoredUser> find(UserId id) {
        reads.incrementAndGet();
        return store.find(id);
    }

    @Override
    public Optional<StoredUser> find(IdentityKey key) {
        reads.incrementAndGet();
        return store.find(key);
    }

    @Override
    public List<StoredUser> candidates(EmailAddress address, int limit) {
        reads.incrementAndGet();
        return store.candidates(address, limit);
    }

    @Override
    public void write(UserChange change) {
        writes.incrementAndGet();
        before.accept(change);
        store.write(change);
    }
}
