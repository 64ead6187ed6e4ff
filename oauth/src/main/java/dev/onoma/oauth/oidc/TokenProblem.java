package dev.onoma.oauth.oidc;

import java.util.Locale;

/** What is wrong with an id_token or a userinfo response. Stable; new ones may be added. */
public enum TokenProblem {
    /** Longer than the limit; nothing of it was read. */
    TOKEN_TOO_LARGE,
    /** Not three parts of base64url text, or with another spelling than the one that RFC 4648, section 5, gives. */
    MALFORMED_TOKEN,
    /** Header or claims are no JSON object, have a name twice, or are over a limit. */
    INVALID_JSON,
    /** Encrypted, or holding another token: neither is supported. */
    ENCRYPTED_TOKEN,
    /** A critical header parameter, none of which is supported. RFC 7515, section 4.1.11. */
    CRITICAL_HEADER,
    /** Another kind of token, by its header. RFC 8725, section 3.11. */
    WRONG_TYPE,
    /** Signed with an algorithm that the connection does not allow, or not signed. */
    ALGORITHM_NOT_ALLOWED,
    /** The issuer publishes no key by which it could be signed. */
    UNKNOWN_KEY,
    /** The signature is none of the issuer's keys'. */
    INVALID_SIGNATURE,
    /** A claim that is required is missing. */
    MISSING_CLAIM,
    /** A claim has a type or form that it cannot have. */
    INVALID_CLAIM,
    /** Issued by somebody else. */
    WRONG_ISSUER,
    /** Issued for another client, or for further ones that were not named. */
    WRONG_AUDIENCE,
    /** Issued to another client. */
    WRONG_AUTHORIZED_PARTY,
    /** Past its expiry. */
    EXPIRED,
    /** Before the time from which it is valid, or issued in the future. */
    NOT_YET_VALID,
    /** Issued too long ago. */
    TOO_OLD,
    /** Valid for longer than the limit, or for less than no time. */
    LIFETIME_OUT_OF_BOUNDS,
    /** About another person than the id_token. */
    SUBJECT_MISMATCH,
    /** Made for another login. */
    NONCE_MISMATCH,
    /** Not of the access token that came with it. */
    ACCESS_TOKEN_MISMATCH,
    /** The person authenticated longer ago than was asked for. */
    AUTHENTICATION_TOO_OLD,
    /** The person authenticated in none of the ways that were asked for. */
    WRONG_AUTHENTICATION_CONTEXT;

    /** The code as text, such as {@code wrong_audience}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
