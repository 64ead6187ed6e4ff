package dev.onoma.core.transfer;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.store.ImportKeys;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.store.ImportStore;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.IdentityKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** A store before each of whose batches something happens, which is told how many were asked to be written before. */
final class InterruptedStore implements ImportStore {
    private final ImportStore store;
    private final IntConsumer before;
    int writes;

    InterruptedStore(ImportStore store, IntConsumer before) {
        this.store = store;
        this.before = before;
    }

    @Override
    public List<StoredUser> matches(ImportKeys keys) {
        return store.matches(keys);
    }

    @Override
    public Optional<ImportProgress> progress(String fingerprint) {
        return store.progress(fingerprint);
    }

    @Override
    public List<Credential> credentials(Collection<IdentityKey> identities) {
        return store.credentials(identities);
    }

    @Override
    public void write(List<UserChange> changes, List<Credential> credentials, ImportProgress from, ImportProgress to) {
        before.accept(writes++);
        store.write(changes, credentials, from, to);
    }

    @Override
    public void forget(String fingerprint) {
        store.forget(fingerprint);
    }
}
