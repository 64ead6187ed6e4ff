package dev.onoma.core.store;

import dev.onoma.core.search.Cursor;
import dev.onoma.core.search.SearchPage;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.search.SearchTimeoutException;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Lists and searches the users of a store: for those who look after users, not for logins. Tombstones are not found.
 * Thread-safe.
 */
public interface UserDirectory {
    /**
     * A page of the users that a request looks for. Each page is as of when it is asked for: a user that changes its
     * place in the order meanwhile may be found twice or not at all, any other is found once.
     *
     * @throws SearchTimeoutException when it takes longer than the store allows
     */
    SearchPage search(SearchRequest request);

    /**
     * Users in the order of their ids.
     *
     * @param after only users behind this id; empty for the first ones
     * @param limit how many at most, from 1 to {@value SearchRequest#MOST_LIMIT}
     */
    default List<User> list(Optional<UserId> after, int limit) {
        SearchRequest.Builder request = SearchRequest.builder().limit(limit);
        after.map(Cursor::after).ifPresent(request::after);
        return search(request.build()).users();
    }
}
