package dev.onoma.store.jdbc.faults;

import dev.onoma.store.jdbc.World;
import java.util.function.Function;

/**
 * Something that an application does with a store, and that faults are put into.
 *
 * @param name what it is
 * @param stopsBetween whether it may stop between one whole change and the next and be taken up again, such as a bulk
 *     import; otherwise what is stored is what was there before or what is there after, and nothing in between
 * @param prepare makes what must be there before, without faults, and answers what is then done with faults
 */
public record Operation(String name, boolean stopsBetween, Function<World, Runnable> prepare) {
    /** One change, whole or not at all. */
    public static Operation whole(String name, Function<World, Runnable> prepare) {
        return new Operation(name, false, prepare);
    }

    @Override
    public String toString() {
        return name;
    }
}
