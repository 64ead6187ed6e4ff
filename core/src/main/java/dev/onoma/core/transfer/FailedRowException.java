package dev.onoma.core.transfer;

import dev.onoma.core.OnomaException;

/** A row fails. Thrown where that is found, caught where rows are told apart. */
final class FailedRowException extends OnomaException {
    private static final long serialVersionUID = 1L;

    private final RowProblem problem;

    FailedRowException(RowProblem problem, String message) {
        super(problem.code(), message);
        this.problem = problem;
    }

    FailedRow at(int line) {
        return new FailedRow(line, problem, message());
    }
}
