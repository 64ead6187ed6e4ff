package dev.onoma.examples.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sessions of this process: so many at most, each for half an hour after its last use. Thread-safe. */
final class Sessions {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final int MOST = 10_000;

    private record Held(Session session, Instant usedAt) {}

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Held> sessions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > MOST;
        }
    };

    Sessions(Clock clock) {
        this.clock = clock;
    }

    synchronized Session open() {
        Session session = new Session(secret(), secret());
        sessions.put(session.id(), new Held(session, clock.instant()));
        return session;
    }

    /** The session that a cookie names, if it lives. */
    synchronized Optional<Session> find(String id) {
        Held held = sessions.get(id);
        Instant now = clock.instant();
        if (held == null || held.usedAt().plus(IDLE).isBefore(now)) {
            sessions.remove(id);
            return Optional.empty();
        }
        sessions.put(id, new Held(held.session(), now));
        return Optional.of(held.session());
    }

    /** Ends a session, and opens one in its place: who has seen the former cookie gains nothing by it. */
    synchronized Session replace(Session former) {
        sessions.remove(former.id());
        return open();
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
