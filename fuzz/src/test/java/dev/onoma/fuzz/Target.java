package dev.onoma.fuzz;

import java.util.List;

/** Something that reads what comes from outside, and what has to hold whatever comes. Not for several threads. */
public interface Target {
    /** Inputs to begin with, beside the files of the target's folder in {@code seeds}; the same at every call. */
    default List<byte[]> seeds() {
        return List.of();
    }

    /**
     * Reads an input, and throws whatever the part under test should not have thrown; what it may refuse by is caught
     * here, by its type.
     *
     * @throws Exception anything at all is a finding
     */
    void run(byte[] input) throws Exception;
}
