package dev.onoma.core.sync;

/** On which occasion claims become root attributes. */
enum Occasion {
    /** The login that creates the user. */
    CREATION,
    /** A later login through the primary identity. */
    LOGIN,
    /** Nobody logs in: the stored claims are mapped again. */
    REMAP
}
