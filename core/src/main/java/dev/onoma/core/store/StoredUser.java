package dev.onoma.core.store;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.user.User;

/**
 * A user as a store holds it.
 *
 * @param user the user
 * @param version another one after each change; opaque to everybody but the store. Counting a login does not change
 *     it. No version comes again under one user id, not even when the user was deleted and made anew
 * @param isTombstone whether the user was deleted, and what is left says that its identities stay refused: because it was
 *     blocked, as the user's own mark still says, or because its connection keeps deleted users out
 */
public record StoredUser(User user, long version, boolean isTombstone) {
    public StoredUser {
        requireNonNull(user, "user");
    }
}
