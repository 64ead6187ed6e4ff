package dev.onoma.providers.database.password;

/** Whether a password is the one of a hash. */
public enum PasswordVerdict {
    /** It is not. */
    NO,
    /** It is, and the hash is as new ones are. */
    MATCHES,
    /** It is, and the hash should be replaced by a new one of this password. */
    MATCHES_REHASH;

    public boolean matches() {
        return this != NO;
    }
}
