package dev.onoma.mapping;

import dev.onoma.core.OnomaException;
import java.util.List;
import java.util.stream.Collectors;

/** A text is no mapping file. The message tells all that is wrong with it, each with its line and column. */
public final class InvalidMappingException extends OnomaException {
    private static final long serialVersionUID = 1L;

    private final transient List<MappingProblem> problems;

    InvalidMappingException(List<MappingProblem> problems) {
        super("invalid_mapping", problems.stream().map(MappingProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the lines: one where the text cannot be read, else all that there is. */
    public List<MappingProblem> problems() {
        return problems;
    }
}
