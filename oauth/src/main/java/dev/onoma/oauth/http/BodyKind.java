package dev.onoma.oauth.http;

import dev.onoma.oauth.limit.OAuthLimit;

/** What a response is expected to hold, which says how long it may be. */
public enum BodyKind {
    /** A token response, or what else a provider answers to a POST. */
    TOKEN("token response", OAuthLimit.TOKEN_BYTES),
    /** A person's profile: userinfo, or a Graph API object. */
    USERINFO("userinfo response", OAuthLimit.USERINFO_BYTES),
    /** A discovery document. */
    DISCOVERY("discovery document", OAuthLimit.DISCOVERY_BYTES),
    /** A JWK set. */
    JWKS("JWK set", OAuthLimit.JWKS_BYTES);

    private final String part;
    private final OAuthLimit limit;

    BodyKind(String part, OAuthLimit limit) {
        this.part = part;
        this.limit = limit;
    }

    /** The name of it in messages. */
    public String part() {
        return part;
    }

    /** How many bytes it may have, after decompression. */
    public OAuthLimit limit() {
        return limit;
    }
}
