package dev.onoma.mapping;

import dev.onoma.core.OnomaException;
import java.util.List;
import java.util.stream.Collectors;

/** A text is no mapping file. The message tells the first twenty things that are wrong with it, each
 * with its line and column. */
public final class InvalidMappingException extends OnomaException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_TOLD = 20;

    private final transient List<MappingProblem> problems;

    InvalidMappingException(List<MappingProblem> problems) {
        super("invalid_mapping", words(problems));
        this.problems = List.copyOf(problems);
    }

    private static String words(List<MappingProblem> problems) {
        String first =
                problems.stream().limit(MOST_TOLD).map(MappingProblem::toString).collect(Collectors.joining("; "));
        return problems.size() <= MOST_TOLD ? first : first + "; and " + (problems.size() - MOST_TOLD) + " more";
    }

    /** What is wrong, in the order of the lines: one where the text cannot be read, else all that there is. */
    public List<MappingProblem> problems() {
        return problems;
    }
}
