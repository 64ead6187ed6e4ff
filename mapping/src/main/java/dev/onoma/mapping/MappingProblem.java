package dev.onoma.mapping;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a mapping file.
 *
 * @param line the line on which it is, counted from 1
 * @param column the column, counted from 1 in characters
 * @param message what is wrong; it may quote the file, which is configuration
 */
public record MappingProblem(int line, int column, String message) {
    public MappingProblem {
        requireNonNull(message, "message");
    }

    /** In words: {@code line 3, column 5: …}. */
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
