package dev.onoma.core.store;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.user.IdentityKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a bulk import asks of a store beside logins: whole batches, written together with how far the import is, so that
 * one that was killed goes on where it was. Thread-safe.
 */
public interface ImportStore {
    /** All users that one of these keys means, each once, and tombstones by their ids and identities. */
    List<StoredUser> matches(ImportKeys keys);

    /** The credentials of these identities, those that have one. */
    List<Credential> credentials(Collection<IdentityKey> identities);

    /** How far an import was when its latest batch was written; empty when it has not begun, or is finished. */
    Optional<ImportProgress> progress(String fingerprint);

    /**
     * Carries out changes and moves an import on, all of it or nothing.
     *
     * @param changes of different users, who have no identity in common; there may be none
     * @param credentials of these users and others, one of an identity at most; there may be none
     * @param before how far the import has to be now; not begun where it is at no row
     * @param after how far it is then
     * @throws StaleUserException when a user that a change expects is not at its version, or is gone; likewise a
     *     credential
     * @throws LoginNameTakenException when another credential of the connection has a name of a written one
     * @throws DuplicateIdentityException when an identity of a written user belongs to another one, or its tombstone
     * @throws UserIdTakenException when the id of a new user belongs to another one, or its tombstone; of several
     *     changes, a store may say the one where it is the other
     * @throws ConcurrentImportException when the import is not as far as {@code before}: another process runs it
     */
    void write(List<UserChange> changes, List<Credential> credentials, ImportProgress before, ImportProgress after);

    /** Forgets how far an import was: it is finished. */
    void forget(String fingerprint);
}
