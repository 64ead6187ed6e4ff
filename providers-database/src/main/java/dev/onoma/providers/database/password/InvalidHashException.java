package dev.onoma.providers.database.password;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.OnomaException;

/** A hash cannot be used. The message names the part and the problem, never what the hash holds. */
public final class InvalidHashException extends OnomaException {
    private static final long serialVersionUID = 1L;

    private final HashProblem problem;
    private final String part;

    InvalidHashException(HashProblem problem, String part, String what) {
        super("invalid_password_hash", part + " " + what);
        this.problem = requireNonNull(problem, "problem");
        this.part = requireNonNull(part, "part");
    }

    public HashProblem problem() {
        return problem;
    }

    /** The part of an import's row, such as {@code custom_password_hash.salt.encoding}, or of a stored hash. */
    public String part() {
        return part;
    }
}
