package dev.onoma.core.store;

import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.user.IdentityKey;
import java.util.Optional;

/**
 * Where credentials are kept: apart from profiles, and written together with them where they belong together. An
 * identity has one credential at most, and a login name belongs to one credential of its connection at most, whatever
 * races. Credentials go with their identities: they follow when users are linked and unlinked, and are gone, together
 * with their tickets, once their user is deleted. Thread-safe.
 */
public interface CredentialStore {
    /** The credential of an identity; empty when it has none. */
    Optional<Credential> find(IdentityKey identity);

    /** The credential that has this name at a connection; empty when there is none. */
    Optional<Credential> find(String connection, LoginName name);

    /**
     * Writes a credential: as a new one where its version is 0, and otherwise over the one of that version.
     *
     * @throws StaleUserException when it is there no longer, or has changed; or a new one is there already
     * @throws LoginNameTakenException when another credential of the connection has one of its names
     */
    void write(Credential credential);

    /**
     * Carries out a change of users and writes a credential, both or neither.
     *
     * @throws StaleUserException as above, and as {@link UserStore#write} does
     * @throws LoginNameTakenException when another credential of the connection has one of its names
     * @throws DuplicateIdentityException as {@link UserStore#write} does
     * @throws UserIdTakenException as {@link UserStore#write} does
     */
    void write(UserChange change, Credential credential);
}
