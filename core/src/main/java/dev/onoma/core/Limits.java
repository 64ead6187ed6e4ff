package dev.onoma.core;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** All limits, each with its default unless changed. Immutable. What is exactly at a limit is allowed. */
@SuppressWarnings("EnumOrdinal") // an EnumMap is an array, too, with checks at each of the dozen looks of a login
public final class Limits {
    /** Every limit at its default. */
    public static final Limits STANDARD =
            new Limits(Arrays.stream(Limit.values()).mapToInt(Limit::standard).toArray());

    /** No limit on documents: for what is stored, which had its limits when it came in, one source at a time. */
    public static final Limits STORED = STANDARD.with(Limit.CLAIMS_BYTES, Integer.MAX_VALUE)
            .with(Limit.CLAIMS_DEPTH, Integer.MAX_VALUE)
            .with(Limit.CLAIMS_MEMBERS, Integer.MAX_VALUE)
            .with(Limit.NUMBER_DIGITS, Integer.MAX_VALUE)
            .with(Limit.NUMBER_EXPONENT, Integer.MAX_VALUE);

    /** By the limits' ordinals. */
    private final int[] values;

    private Limits(int[] values) {
        this.values = values;
    }

    /** The value of one limit, in the unit that {@link Limit} gives. */
    public int of(Limit limit) {
        return values[limit.ordinal()];
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
        int[] more = values.clone();
        more[limit.ordinal()] = value;
        return new Limits(more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Limits limits && Arrays.equals(values, limits.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        Map<Limit, Integer> changed = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            if (of(limit) != limit.standard()) {
                changed.put(limit, of(limit));
            }
        }
        return "Limits" + changed;
    }
}
