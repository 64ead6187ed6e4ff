package dev.onoma.core.search;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;

/**
 * Values from one bound to another.
 *
 * @param <T> the values' type
 * @param from the lower bound; empty when there is none
 * @param to the upper bound; empty when there is none
 */
public record Range<T>(Optional<Bound<T>> from, Optional<Bound<T>> to) {
    public Range {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /** The one value, as a range. */
    static <T> Range<T> only(T value) {
        Bound<T> bound = new Bound<>(value, true);
        return new Range<>(Optional.of(bound), Optional.of(bound));
    }

    boolean contains(T value, Comparator<? super T> order) {
        return from.map(bound -> bound.admits(order.compare(value, bound.value())))
                        .orElse(true)
                && to.map(bound -> bound.admits(order.compare(bound.value(), value)))
                        .orElse(true);
    }

    @Override
    public String toString() {
        return "Range";
    }

    /**
     * One end of a range.
     *
     * @param <T> the value's type
     * @param value the value
     * @param isInclusive whether the value itself is in the range
     */
    public record Bound<T>(T value, boolean isInclusive) {
        public Bound {
            requireNonNull(value, "value");
        }

        private boolean admits(int distance) {
            return distance > 0 || (isInclusive && distance == 0);
        }

        @Override
        public String toString() {
            return "Bound";
        }
    }
}
