package dev.onoma.providers.database.password;

/**
 * Passwords that are known to others: from breaches, or because they are so common. Asked when a password is chosen,
 * never at a login. An implementation has to be thread-safe; what it throws reaches who asked the policy.
 */
@FunctionalInterface
public interface BreachList {
    /**
     * Whether a password is on the list.
     *
     * @param sha1 SHA-1 of the prepared password in UTF-8, 20 bytes, as lists of breached passwords have it; a copy
     */
    boolean contains(byte[] sha1);

    /** Nothing is on the list. */
    static BreachList none() {
        return sha1 -> false;
    }

    /** What is on this list, or on the other. */
    default BreachList or(BreachList other) {
        return sha1 -> contains(sha1.clone()) || other.contains(sha1);
    }
}
