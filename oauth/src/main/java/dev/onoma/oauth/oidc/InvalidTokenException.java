package dev.onoma.oauth.oidc;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;

/** An id_token or a userinfo response is not acceptable. The message names the part and the problem, never a value. */
public final class InvalidTokenException extends DeniedException {
    private static final long serialVersionUID = 1L;

    private final TokenProblem problem;

    InvalidTokenException(DenialCode code, TokenProblem problem, String message) {
        super(code, message);
        this.problem = requireNonNull(problem, "problem");
    }

    /** What is wrong with it. */
    public TokenProblem problem() {
        return problem;
    }
}
