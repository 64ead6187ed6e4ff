package dev.onoma.core.link;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.user.UserId;

/**
 * A user that a new identity could belong to.
 *
 * @param handle what a browser may see of it: the same for the same identity and user, and no way back to either
 *     without the key of {@link CandidateMask}
 * @param user who it is, for the application alone
 */
public record Candidate(String handle, UserId user) {
    public Candidate {
        requireNonNull(handle, "handle");
        requireNonNull(user, "user");
    }

    @Override
    public String toString() {
        return "Candidate[" + handle + "]";
    }
}
