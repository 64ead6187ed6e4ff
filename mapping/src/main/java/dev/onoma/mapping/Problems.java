package dev.onoma.mapping;

import dev.onoma.mapping.Node.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with one file, so that all of it is told at once. */
final class Problems {
    private final List<MappingProblem> found = new ArrayList<>();

    void add(Place place, String message) {
        found.add(place.problem(message));
    }

    /** What a supplier gives; empty, with a problem at that place, when it refuses. */
    <T> Optional<T> tried(Place place, Supplier<T> supplier) {
        try {
            return Optional.of(supplier.get());
        } catch (IllegalArgumentException refused) {
            add(place, String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Goes on if nothing is wrong.
     *
     * @throws InvalidMappingException when something is
     */
    void check() {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(MappingProblem::line).thenComparingInt(MappingProblem::column));
            throw new InvalidMappingException(found);
        }
    }
}
