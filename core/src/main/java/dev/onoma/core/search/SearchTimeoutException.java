package dev.onoma.core.search;

import dev.onoma.core.OnomaException;

/**
 * A search took longer than its store allows. It asked for too much that no index tells apart: a wildcard at the
 * beginning, a number of logins, a place in JSON that the store looks through user by user.
 */
public final class SearchTimeoutException extends OnomaException {
    private static final long serialVersionUID = 1L;

    public SearchTimeoutException() {
        super("search_timeout", "the search takes longer than the store allows; ask for less");
    }
}
