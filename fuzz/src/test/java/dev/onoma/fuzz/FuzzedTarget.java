package dev.onoma.fuzz;

import dev.onoma.fuzz.targets.Targets;
import java.util.concurrent.atomic.AtomicReference;

/** Where Jazzer comes in: the names of both methods are its own, and the target's name is its argument. */
public final class FuzzedTarget {
    /** Jazzer calls static methods only. */
    private static final AtomicReference<Target> TARGET = new AtomicReference<>();

    private FuzzedTarget() {}

    /** Makes the target ready. */
    public static void fuzzerInitialize(String[] arguments) {
        TARGET.set(Targets.named(arguments[0]));
    }

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TARGET.get().run(input);
    }
}
