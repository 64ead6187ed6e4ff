package dev.onoma.providers.database.password;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What hashes may cost: checked when one is imported, and again before one is computed. Each limit is at its default
 * unless changed; what is exactly at a limit is allowed. By the defaults no hash takes more than about a second and
 * 128 MiB. Immutable.
 */
public final class HashLimits {
    /** Every limit at its default. */
    public static final HashLimits STANDARD = new HashLimits(new EnumMap<>(HashLimit.class));

    private final EnumMap<HashLimit, Integer> changed;

    private HashLimits(EnumMap<HashLimit, Integer> changed) {
        this.changed = changed;
    }

    /** The value of one limit, in the unit that {@link HashLimit} gives. */
    public int of(HashLimit limit) {
        Integer value = changed.get(limit);
        return value == null ? limit.standard() : value;
    }

    /**
     * These limits with one changed.
     *
     * @throws IllegalArgumentException when the value is below one
     */
    public HashLimits with(HashLimit limit, int value) {
        requireNonNull(limit, "limit");
        if (value < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be at least 1");
        }
        EnumMap<HashLimit, Integer> more = new EnumMap<>(changed);
        more.put(limit, value);
        return new HashLimits(more);
    }

    /** The first limit that a hash is over; empty when it is over none. */
    Optional<HashLimit> exceededBy(PasswordHash hash) {
        return hash.costs().entrySet().stream()
                .filter(cost -> cost.getValue() > of(cost.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public String toString() {
        return "HashLimits" + changed;
    }
}
