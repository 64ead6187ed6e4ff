package dev.onoma.providers.database.password;

import java.util.Map;

/** A way to hash, with everything that one hash of it needs but the password. Immutable. */
sealed interface HashScheme permits Argon2Hash, BcryptHash, Pbkdf2Hash, ScryptHash, DigestHash, HmacHash {
    /** A name for people and figures, such as {@code argon2id} or {@code hmac-sha1}. */
    String name();

    /**
     * Whether a password's bytes give this hash. Does the whole work whatever the bytes are, and compares in constant
     * time.
     */
    boolean matches(byte[] password, Argon2Memory memory);

    /** What the work costs, and how long the parts are. */
    Map<HashLimit, Long> costs();

    /** How a password's text becomes bytes, unless a stored hash says otherwise. */
    default TextEncoding encoding() {
        return TextEncoding.UTF8;
    }

    /** One line of text, which {@link HashText} reads. */
    String text();
}
