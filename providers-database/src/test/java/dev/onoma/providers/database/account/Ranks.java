package dev.onoma.providers.database.account;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether measurements of several kinds, taken in rounds, are of one kind: by their ranks within each round, so that it
 * does not matter how busy the machine was in which round.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Friedman_test">The Friedman test</a>
 */
final class Ranks {
    private final double[] sums;
    private int rounds;

    Ranks(int kinds) {
        this.sums = new double[kinds];
    }

    /** One measurement of each kind; equal ones share their ranks. */
    void round(long... measured) {
        for (int kind = 0; kind < measured.length; kind++) {
            long own = measured[kind];
            double less = Arrays.stream(measured).filter(other -> other < own).count();
            double same = Arrays.stream(measured).filter(other -> other == own).count();
            sums[kind] += less + (same + 1) / 2;
        }
        rounds++;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.stream(sums).map(sum -> sum / rounds).toArray());
    }

    /** Friedman's statistic: about chi-squared with one degree of freedom less than there are kinds, if all are one. */
    double statistic() {
        int kinds = sums.length;
        double expected = rounds * (kinds + 1) / 2.0;
        double squares = IntStream.range(0, kinds)
                .mapToDouble(kind -> (sums[kind] - expected) * (sums[kind] - expected))
                .sum();
        return 12 * squares / (rounds * (double) kinds * (kinds + 1));
    }
}
