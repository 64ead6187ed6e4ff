package dev.onoma.providers.database.guard;

/** What accounts of the application's own limit, in which unit, and by how much unless an application says otherwise. */
public enum AccountLimit {
    /** Attempts at one user's password from one address or IPv6 network of 64 bits, before no more of them are looked at. */
    ATTEMPTS_FROM_ADDRESS(10),
    /** Seconds until {@link #ATTEMPTS_FROM_ADDRESS} begin again, from the first of them. */
    ATTEMPTS_FROM_ADDRESS_SECONDS(60 * 60),
    /** Attempts at one user's password from all addresses together, before no more of them are looked at. */
    ATTEMPTS(100),
    /** Seconds until {@link #ATTEMPTS} begin again, from the first of them. */
    ATTEMPTS_SECONDS(24 * 60 * 60),
    /** Messages to one address. */
    MESSAGES_TO_ADDRESS(5),
    /** Messages that are asked for from one address of the network. */
    MESSAGES_FROM_ADDRESS(20),
    /** Seconds until {@link #MESSAGES_TO_ADDRESS} and {@link #MESSAGES_FROM_ADDRESS} begin again. */
    MESSAGES_SECONDS(60 * 60),
    /** Seconds that a ticket to verify an address is good for. */
    VERIFY_EMAIL_SECONDS(5 * 24 * 60 * 60),
    /** Seconds that a ticket to change an address is good for. */
    CHANGE_EMAIL_SECONDS(24 * 60 * 60),
    /** Seconds that a ticket to reset a password is good for. */
    RESET_PASSWORD_SECONDS(60 * 60),
    /** Fields of {@code user_metadata} at a signup. */
    SIGNUP_METADATA_FIELDS(10),
    /** Characters of each of these. */
    SIGNUP_METADATA_CHARACTERS(500),
    /** Digits of a code. */
    CODE_DIGITS(6),
    /** Tries at one code. */
    CODE_TRIES(3),
    /** Seconds that a code, and the link beside it, is good for. */
    CODE_SECONDS(3 * 60);

    private final int standard;

    AccountLimit(int standard) {
        this.standard = standard;
    }

    /** The default. */
    public int standard() {
        return standard;
    }
}
