package dev.onoma.store.jdbc.kills;

import dev.onoma.store.jdbc.World;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Logins that were answered, by user. Thread-safe. */
final class Acknowledged {
    private final Map<String, Integer> logins = new ConcurrentHashMap<>();

    void add(String who) {
        logins.merge(who, 1, Integer::sum);
    }

    int total() {
        return logins.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of them a store does not know of. */
    int missingIn(World world) {
        return logins.entrySet().stream()
                .mapToInt(entry -> Math.max(0, entry.getValue() - stored(world, entry.getKey())))
                .sum();
    }

    /** How many logins a store has counted that were not answered. */
    int unansweredIn(World world) {
        return logins.entrySet().stream()
                .mapToInt(entry -> Math.max(0, stored(world, entry.getKey()) - entry.getValue()))
                .sum();
    }

    private static int stored(World world, String who) {
        return world.store()
                .find(World.id(who))
                .map(found -> Math.toIntExact(found.user().counters().logins()))
                .orElse(0);
    }
}
