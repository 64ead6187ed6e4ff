package dev.onoma.store.jdbc;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether a store can be used.
 *
 * @param problem the code of what is wrong; empty when nothing is
 * @param took how long it took to find out
 */
public record StoreHealth(Optional<String> problem, Duration took) {
    public StoreHealth {
        requireNonNull(problem, "problem");
        requireNonNull(took, "took");
    }

    public boolean isUp() {
        return problem.isEmpty();
    }
}
