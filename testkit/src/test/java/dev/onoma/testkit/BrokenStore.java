package dev.onoma.testkit;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.store.UserStore;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;

/** A store that is right, for others to break in one place. */
class BrokenStore implements UserStore {
    private final InMemoryUserStore whole = new InMemoryUserStore();

    @Override
    public Optional<StoredUser> find(UserId id) {
        return whole.find(id);
    }

    @Override
    public Optional<StoredUser> find(IdentityKey key) {
        return whole.find(key);
    }

    @Override
    public List<StoredUser> candidates(EmailAddress address, int limit) {
        return whole.candidates(address, limit);
    }

    @Override
    public void write(UserChange change) {
        whole.write(change);
    }

    /** All users, tombstones too. */
    List<StoredUser> all() {
        return whole.list(Optional.empty(), SearchRequest.MOST_LIMIT).stream()
                .map(user -> whole.find(user.id()).orElseThrow())
                .toList();
    }
}
