package dev.onoma.oauth.limit;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import java.time.Duration;
import java.util.EnumMap;

/** All limits of live logins, each with its default unless changed. Immutable. What is exactly at a limit is allowed. */
public final class OAuthLimits {
    /** Every limit at its default. */
    public static final OAuthLimits STANDARD = new OAuthLimits(new EnumMap<>(OAuthLimit.class));

    private final EnumMap<OAuthLimit, Integer> changed;

    private OAuthLimits(EnumMap<OAuthLimit, Integer> changed) {
        this.changed = changed;
    }

    /** The value of one limit, in the unit that {@link OAuthLimit} gives. */
    public int of(OAuthLimit limit) {
        Integer value = changed.get(limit);
        return value == null ? limit.standard() : value;
    }

    /** The value of a limit that is given in seconds. */
    public Duration seconds(OAuthLimit limit) {
        return Duration.ofSeconds(of(limit));
    }

    /** How a JSON document of at most so many bytes is read. */
    public Limits json(OAuthLimit bytes) {
        return Limits.STANDARD
                .with(Limit.CLAIMS_BYTES, of(bytes))
                .with(Limit.CLAIMS_DEPTH, of(OAuthLimit.JSON_DEPTH))
                .with(Limit.CLAIMS_MEMBERS, of(OAuthLimit.JSON_MEMBERS));
    }

    /** The value of a limit that is given in milliseconds. */
    public Duration millis(OAuthLimit limit) {
        return Duration.ofMillis(of(limit));
    }

    /**
     * These limits with one changed.
     *
     * @throws IllegalArgumentException when the value is below one
     */
    public OAuthLimits with(OAuthLimit limit, int value) {
        requireNonNull(limit, "limit");
        if (value < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be at least 1");
        }
        EnumMap<OAuthLimit, Integer> more = new EnumMap<>(changed);
        if (value == limit.standard()) {
            more.remove(limit);
        } else {
            more.put(limit, value);
        }
        return new OAuthLimits(more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OAuthLimits limits && changed.equals(limits.changed);
    }

    @Override
    public int hashCode() {
        return changed.hashCode();
    }

    @Override
    public String toString() {
        return "OAuthLimits" + changed;
    }
}
