package dev.onoma.core.provider;

/** What a source says about an address's verification. */
public enum FlagState {
    TRUE,
    FALSE,
    /** Nothing, or nothing readable. Counts as false for a new address, and changes nothing for a known one. */
    UNSAID
}
