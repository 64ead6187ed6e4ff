package dev.onoma.core.session;

import dev.onoma.core.user.UserId;

/**
 * Ends the sessions of a user and the tokens that the application has issued for it: this library keeps neither. Called
 * on the thread of the change, after it was written. Thread-safe.
 *
 * <p>What it throws comes out of the call that made the change, which is done nevertheless: sessions that go on are
 * nothing to be passed over in silence.
 */
@FunctionalInterface
public interface SessionListener {
    /** Nobody keeps sessions. */
    SessionListener NONE = (user, why) -> {};

    /** All sessions and tokens of this user end now, those of whoever asked for the change included. */
    void endSessions(UserId user, SessionEnd why);
}
