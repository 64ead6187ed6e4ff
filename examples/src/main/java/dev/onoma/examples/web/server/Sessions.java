package dev.onoma.examples.web.server;

import dev.onoma.core.login.LoginResult;
import dev.onoma.core.user.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sessions of this process: so many at most, each for half an hour after its last use. Thread-safe. */
public final class Sessions {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final int MOST = 10_000;

    private record Held(Session session, Instant usedAt) {}

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Held> sessions = new Latest<>();
    private final Map<UserId, Long> endedAt = new Latest<>();
    private long ends;

    public Sessions(Clock clock) {
        this.clock = clock;
    }

    public synchronized Session open() {
        Session session = new Session(secret(), secret());
        sessions.put(session.id(), new Held(session, clock.instant()));
        return session;
    }

    /** The session that a cookie names, if it lives. */
    public synchronized Optional<Session> find(String id) {
        Held held = sessions.get(id);
        Instant now = clock.instant();
        if (held == null || held.usedAt().plus(IDLE).isBefore(now)) {
            sessions.remove(id);
            return Optional.empty();
        }
        sessions.put(id, new Held(held.session(), now));
        return Optional.of(held.session());
    }

    /**
     * To be asked for before the login is looked at that is to make a session: it tells {@link #signIn} what has
     * happened since.
     */
    public synchronized long mark() {
        return ends;
    }

    /**
     * A session of the user who has logged in, in place of the browser's former one. Where the user's sessions were
     * ended while the login was on its way, nobody is signed in with it: the password may be another by now.
     *
     * @param mark from before the login
     */
    public synchronized Session signIn(Session former, LoginResult.Accepted login, long mark) {
        Session fresh = replace(former);
        if (endedAt.getOrDefault(login.after().id(), 0L) > mark) {
            fresh.notice(Notice.problem("Your sessions were ended at this moment. Sign in again."));
        } else {
            fresh.signIn(login);
        }
        return fresh;
    }

    /** Ends all sessions of a user. */
    public synchronized void endAll(UserId user) {
        endedAt.put(user, ++ends);
        sessions.values().removeIf(held -> held.session().user().equals(Optional.of(user)));
    }

    /** Ends a session, and opens one in its place: who has seen the former cookie gains nothing by it. */
    public synchronized Session replace(Session former) {
        sessions.remove(former.id());
        return open();
    }

    /** What was used last. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
