package dev.onoma.core.store;

import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;

/** Lists the users of a store: for those who look after users, not for logins. Thread-safe. */
public interface UserDirectory {
    /**
     * Users in the order of their ids (by code unit), without tombstones.
     *
     * @param after only users behind this id; empty for the first page
     * @param limit how many at most
     */
    List<User> list(Optional<UserId> after, int limit);
}
