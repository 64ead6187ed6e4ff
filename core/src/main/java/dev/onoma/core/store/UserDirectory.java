package dev.onoma.core.store;

import dev.onoma.core.search.SearchPage;
import dev.onoma.core.search.SearchRequest;

/**
 * Lists and searches the users of a store: for those who look after users, not for logins. Tombstones are not found.
 * Thread-safe.
 */
public interface UserDirectory {
    /**
     * A page of the users that a request looks for. Each page is as of when it is asked for: a user that changes its
     * place in the order meanwhile may be found twice or not at all, any other is found once.
     */
    SearchPage search(SearchRequest request);
}
