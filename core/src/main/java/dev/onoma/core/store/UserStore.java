package dev.onoma.core.store;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Where users are kept, for one tenant: all that a login needs, and all that a stranger has to write. Implementations
 * are thread-safe, and pass {@code UserStoreContract} of the test kit.
 *
 * <p>A store compares ids and subjects exactly, gives JSON back equal by value, and knows nothing of claims and
 * policies. It is one tenant's: user ids and identities are unique within it, and it never answers with another's.
 *
 * <p>A store that is down throws an unchecked exception of its own.
 */
public interface UserStore {
    /** The user of that id, or its tombstone; empty when there is neither. */
    Optional<StoredUser> find(UserId id);

    /** The user with that identity, or its tombstone; empty when there is neither. */
    Optional<StoredUser> find(IdentityKey key);

    /**
     * Users whose stored address equals this one by {@link EmailAddress#key()}, verified or not; no tombstones.
     *
     * @param limit how many at most
     */
    List<StoredUser> candidates(EmailAddress address, int limit);

    /**
     * Carries out a change, whole or not at all.
     *
     * @throws StaleUserException when an expected user is not at its version or is gone, or the user whose login is
     *     counted is gone, or a tombstone: nothing is counted there
     * @throws DuplicateIdentityException when an identity of a written user belongs to another one, or its tombstone
     * @throws UserIdTakenException when the id of a new user belongs to another one, or its tombstone
     */
    void write(UserChange change);
}
