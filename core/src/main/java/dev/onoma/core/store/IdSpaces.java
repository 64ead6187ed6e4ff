package dev.onoma.core.store;

import java.util.Optional;

/**
 * Remembers in which id space each connection's subjects were unique when it was first used, so that a connection that
 * is pointed elsewhere does not take strangers for its users. Thread-safe.
 */
public interface IdSpaces {
    /** The id space that a connection is pinned to; empty before its first use. */
    Optional<String> pinned(String connection);

    /** Pins a connection that is not pinned yet, atomically, and answers what it is pinned to now. */
    String pin(String connection, String idSpace);

    /** Pins a connection anew: an administrator has accepted the change. */
    void repin(String connection, String idSpace);
}
