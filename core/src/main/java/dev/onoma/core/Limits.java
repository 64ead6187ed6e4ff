package dev.onoma.core;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;

/** All limits, each with its default unless changed. Immutable. What is exactly at a limit is allowed. */
public final class Limits {
    /** Every limit at its default. */
    public static final Limits STANDARD = new Limits(new EnumMap<>(Limit.class));

    /** No limit on documents: for what is stored, which had its limits when it came in, one source at a time. */
    public static final Limits STORED = STANDARD.with(Limit.CLAIMS_BYTES, Integer.MAX_VALUE)
            .with(Limit.CLAIMS_DEPTH, Integer.MAX_VALUE)
            .with(Limit.CLAIMS_MEMBERS, Integer.MAX_VALUE)
            .with(Limit.NUMBER_DIGITS, Integer.MAX_VALUE)
            .with(Limit.NUMBER_EXPONENT, Integer.MAX_VALUE);

    private final EnumMap<Limit, Integer> changed;

    private Limits(EnumMap<Limit, Integer> changed) {
        this.changed = changed;
    }

    /** The value of one limit, in the unit that {@link Limit} gives. */
    public int of(Limit limit) {
        Integer value = changed.get(limit);
        return value == null ? limit.standard() : value;
    }

    /**
     * These limits with one changed.
     *
     * @throws IllegalArgumentException when the value is below one
     */
    public Limits with(Limit limit, int value) {
        requireNonNull(limit, "limit");
        if (value < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be at least 1");
        }
        EnumMap<Limit, Integer> more = new EnumMap<>(changed);
        if (value == limit.standard()) {
            more.remove(limit);
        } else {
            more.put(limit, value);
        }
        return new Limits(more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Limits limits && changed.equals(limits.changed);
    }

    @Override
    public int hashCode() {
        return changed.hashCode();
    }

    @Override
    public String toString() {
        return "Limits" + changed;
    }
}
