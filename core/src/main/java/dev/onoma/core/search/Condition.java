package dev.onoma.core.search;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked of one value. Texts are in the form in which their field compares them: see {@link SearchKey}.
 * Immutable.
 */
public sealed interface Condition {
    /**
     * Whether a value fulfils it.
     *
     * @param value a {@code String}, {@code Boolean}, {@code BigDecimal} or {@code Instant}; a value of a kind that the
     *     condition does not ask about does not fulfil it
     */
    boolean holds(Object value);

    /** There is a value at all; in JSON none that is null, or an empty object or array. */
    record Present() implements Condition {
        @Override
        public boolean holds(Object value) {
            return true;
        }
    }

    /**
     * The value is this text; in JSON also the number or boolean that is written so, numbers by value.
     *
     * @param text the text
     */
    record Equal(String text) implements Condition {
        public Equal {
            SearchKey.requireSafe(text);
        }

        /** The number that the text writes; empty when it writes none. */
        public Optional<BigDecimal> number() {
            return Numbers.parse(text);
        }

        @Override
        public boolean holds(Object value) {
            return value instanceof BigDecimal decimal
                    ? number().filter(number -> number.compareTo(decimal) == 0).isPresent()
                    : value.toString().equals(text);
        }

        @Override
        public String toString() {
            return "Equal";
        }
    }

    /**
     * The value is a text of this pattern.
     *
     * @param pattern the pattern
     */
    record Like(TextPattern pattern) implements Condition {
        public Like {
            requireNonNull(pattern, "pattern");
        }

        @Override
        public boolean holds(Object value) {
            return value instanceof String text && pattern.matches(text);
        }
    }

    /**
     * The value is this boolean.
     *
     * @param value the boolean
     */
    record Is(boolean value) implements Condition {
        @Override
        public boolean holds(Object other) {
            return other instanceof Boolean bool && bool == value;
        }

        @Override
        public String toString() {
            return "Is";
        }
    }

    /**
     * The value is a text of this range, by code points.
     *
     * @param range the range
     */
    record TextBetween(Range<String> range) implements Condition {
        public TextBetween {
            requireNonNull(range, "range");
            range.from().map(Range.Bound::value).ifPresent(SearchKey::requireSafe);
            range.to().map(Range.Bound::value).ifPresent(SearchKey::requireSafe);
        }

        @Override
        public boolean holds(Object value) {
            return value instanceof String text && range.contains(text, SearchKey.BY_CODE_POINT);
        }
    }

    /**
     * The value is a number of this range.
     *
     * @param range the range
     */
    record NumberBetween(Range<BigDecimal> range) implements Condition {
        public NumberBetween {
            requireNonNull(range, "range");
        }

        @Override
        public boolean holds(Object value) {
            return value instanceof BigDecimal number && range.contains(number, BigDecimal::compareTo);
        }
    }

    /**
     * The value is a time of this range.
     *
     * @param range the range
     */
    record TimeBetween(Range<Instant> range) implements Condition {
        public TimeBetween {
            requireNonNull(range, "range");
        }

        @Override
        public boolean holds(Object value) {
            return value instanceof Instant time && range.contains(time, Instant::compareTo);
        }
    }
}
