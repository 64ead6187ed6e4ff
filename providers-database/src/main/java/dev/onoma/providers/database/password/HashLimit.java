package dev.onoma.providers.database.password;

/** What a stored or imported hash may ask for, and how much of it unless an application says otherwise. */
public enum HashLimit {
    /** KiB of memory of Argon2. */
    ARGON2_MEMORY(131_072),
    /** KiB of memory of Argon2 times its passes. */
    ARGON2_WORK(524_288),
    /** Lanes of Argon2. */
    ARGON2_LANES(16),
    /** Cost of bcrypt, an exponent of two. */
    BCRYPT_COST(14),
    /** Rounds of PBKDF2: its iterations times the blocks of the digest that its output takes. */
    PBKDF2_ROUNDS(2_000_000),
    /** KiB of memory of scrypt, {@code 128 N r / 1024}. */
    SCRYPT_MEMORY(131_072),
    /** Work of scrypt, {@code N r p}. */
    SCRYPT_WORK(1_048_576),
    /** Bytes of a salt. */
    SALT_BYTES(1_024),
    /** Bytes of a hash. */
    HASH_BYTES(512),
    /** Bytes of a key of HMAC. */
    KEY_BYTES(1_024);

    private final int standard;

    HashLimit(int standard) {
        this.standard = standard;
    }

    /** The default. */
    public int standard() {
        return standard;
    }
}
