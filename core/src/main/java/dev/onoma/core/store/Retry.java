package dev.onoma.core.store;

import java.util.function.Supplier;

/** Decides and writes again where the store has changed between the two. */
public final class Retry {
    /** Each failed attempt means that somebody else's write succeeded, so this many in a row is no ordinary race. */
    private static final int ATTEMPTS = 200;

    private Retry() {}

    /**
     * Runs a step that reads, decides and writes, until its write fits what it read.
     *
     * @throws ContendedUserException when that never happens
     */
    public static <T> T untilItStands(Supplier<T> step) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return step.get();
            } catch (StaleUserException | DuplicateIdentityException changed) {
                // Read again, decide again.
            }
        }
        throw new ContendedUserException();
    }
}
