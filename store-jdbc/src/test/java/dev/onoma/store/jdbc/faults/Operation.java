package dev.onoma.store.jdbc.faults;

import dev.onoma.store.jdbc.World;
import java.util.function.Function;

/**
 * Something that an application does with a store, and that faults are put into.
 *
 * @param name what it is
 * @param kind how it may end
 * @param prepare makes what must be there before, without faults, and answers what is then done with faults
 */
public record Operation(String name, Kind kind, Function<World, Runnable> prepare) {
    /** How it may end. */
    public enum Kind {
        /** What is stored is what was there before or what is there after, and nothing in between. */
        WHOLE,

        /** Whole, and repeated also when its confirmation was lost, since it may be done twice. */
        REPEATABLE,

        /** It may stop between one whole change and the next, and be taken up again: a bulk import, for instance. */
        IN_STEPS
    }

    /** One change, whole or not at all. */
    public static Operation whole(String name, Function<World, Runnable> prepare) {
        return new Operation(name, Kind.WHOLE, prepare);
    }

    boolean stopsBetween() {
        return kind == Kind.IN_STEPS;
    }

    @Override
    public String toString() {
        return name;
    }
}
