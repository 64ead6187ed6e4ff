package dev.onoma.oauth.transaction;

import java.time.Instant;

/**
 * Remembers which logins were finished, so that each is finished once. Where several nodes answer callbacks, they share
 * one, such as a table with a unique key. Thread-safe.
 */
@FunctionalInterface
public interface UsedTransactions {
    /**
     * Remembers a use, if it is the first: of any number of callers at the same time, on all nodes, one is told so.
     *
     * @param name up to 64 ASCII characters, from which nothing of the login follows
     * @param until when it may be forgotten, because the login has expired
     * @return whether it is the first use
     */
    boolean use(String name, Instant until);
}
