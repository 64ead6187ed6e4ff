package dev.onoma.providers.database.password;

import java.util.Locale;

/** What is wrong with a hash. */
public enum HashProblem {
    /** A part that is needed is not there. */
    MISSING_PART,
    /** A part is there that this kind of hash does not have, or two that exclude each other. */
    UNEXPECTED_PART,
    /** A part is of another JSON type. */
    INVALID_TYPE,
    /** A part has another form than it has to. */
    INVALID_VALUE,
    /** A kind of hash, digest or encoding that is not supported. */
    NOT_SUPPORTED,
    /** Costs or lengths are over a limit. */
    OVER_LIMIT,
    /** Made with a pepper whose key is not known here. */
    UNKNOWN_PEPPER;

    /** The problem as a stable text, such as {@code over_limit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
