package dev.onoma.oauth.oidc;

import java.util.Locale;

/** Why a key of a JWK set is ignored. The others of its set are not touched by it. */
public enum KeyRefusal {
    /** No object, or a part that it needs is missing, of the wrong type, or no number or point that it could be. */
    MALFORMED_KEY,
    /** Of a type, a curve or an algorithm that is not supported, such as a symmetric one. */
    UNSUPPORTED_KEY,
    /** For something else than signatures, by {@code use}, {@code key_ops} or {@code alg}. */
    OTHER_USE,
    /** RSA of fewer than 2,048 bits, more than 8,192, or with an exponent below 65,537. */
    WEAK_KEY,
    /** RSA, made by the chips of CVE-2017-15361, whose private key can be computed. */
    ROCA_KEY,
    /** Its private part is published, too. */
    PRIVATE_KEY,
    /** Behind as many keys as are kept. */
    TOO_MANY_KEYS;

    /** The code as text, such as {@code weak_key}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
