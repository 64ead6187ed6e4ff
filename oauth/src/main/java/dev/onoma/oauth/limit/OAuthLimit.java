package dev.onoma.oauth.limit;

/** What live logins limit, in which unit, and by how much unless an application says otherwise. */
public enum OAuthLimit {
    /** Milliseconds until a connection to a provider stands. */
    CONNECT_MILLIS(2_000),
    /** Milliseconds of one call to a provider by the wall clock, from its start to the last byte of its body. */
    CALL_MILLIS(5_000),
    /** Milliseconds of all that a callback asks of a provider, together. */
    CALLBACK_MILLIS(10_000),
    /** How often a GET is sent at most, where a provider is out of order or breaks off. A POST is sent once. */
    GET_TRIES(2),
    /** Bytes of a token response, after decompression. */
    TOKEN_BYTES(64 * 1024),
    /** Bytes of a userinfo or Graph API response, after decompression. */
    USERINFO_BYTES(256 * 1024),
    /** Bytes of a discovery document, after decompression. */
    DISCOVERY_BYTES(64 * 1024),
    /** Bytes of a JWK set, after decompression. */
    JWKS_BYTES(512 * 1024),
    /** Keys of a JWK set that are kept. */
    JWKS_KEYS(50),
    /** Seconds that a JWK set counts as fresh at least, whatever its response says. */
    JWKS_FRESH_SECONDS_LEAST(5 * 60),
    /** Seconds that a JWK set counts as fresh at most, whatever its response says. */
    JWKS_FRESH_SECONDS_MOST(24 * 60 * 60),
    /** Seconds past its freshness that a JWK set still serves while no newer one can be had. */
    JWKS_STALE_SECONDS(24 * 60 * 60),
    /** Fetches of a JWK set for unknown key ids within {@link #JWKS_UNKNOWN_KEY_SECONDS}. */
    JWKS_UNKNOWN_KEY_FETCHES(2),
    /** Seconds within which {@link #JWKS_UNKNOWN_KEY_FETCHES} counts. */
    JWKS_UNKNOWN_KEY_SECONDS(30),
    /** Bytes of an id_token as it was received. */
    ID_TOKEN_BYTES(32 * 1024),
    /** Levels of nesting of an id_token's header and claims, userinfo and a JWK set; the outermost object is level one. */
    JSON_DEPTH(32),
    /** Members of all objects of an id_token or of userinfo, together; a JWK set may have twenty times as many. */
    JSON_MEMBERS(1_000),
    /** Seconds by which a provider's clock may differ from ours. */
    CLOCK_SKEW_SECONDS(60),
    /** Seconds since an id_token was issued, in the code flow. */
    ID_TOKEN_AGE_SECONDS(10 * 60),
    /** Seconds from an id_token's issue to its expiry. */
    ID_TOKEN_LIFETIME_SECONDS(24 * 60 * 60),
    /** Seconds from the start of a login to its callback. */
    TRANSACTION_SECONDS(10 * 60),
    /** Characters of all parameters of a callback, or of a form that a provider or its script posts. */
    CALLBACK_CHARACTERS(64 * 1024),
    /** Seconds since a {@code signed_request} was issued. */
    SIGNED_REQUEST_SECONDS(10 * 60);

    private final int standard;

    OAuthLimit(int standard) {
        this.standard = standard;
    }

    /** The default. */
    public int standard() {
        return standard;
    }
}
