package dev.onoma.faults;

import dev.onoma.oauth.limit.OAuthLimit;

/** Where a login asks a provider, as its public addresses have it. */
enum Endpoint {
    GOOGLE_TOKEN("POST", "/token", OAuthLimit.TOKEN_BYTES, "invalid_token_response"),
    GOOGLE_KEYS("GET", "/oauth2/v3/certs", OAuthLimit.JWKS_BYTES, "keys_unavailable"),
    GOOGLE_USERINFO("GET", "/v1/userinfo", OAuthLimit.USERINFO_BYTES, "invalid_userinfo"),
    FACEBOOK_TOKEN("POST", "/v23.0/oauth/access_token", OAuthLimit.TOKEN_BYTES, "invalid_token_response"),
    FACEBOOK_PROFILE("GET", "/v23.0/me", OAuthLimit.USERINFO_BYTES, "invalid_claims"),
    FACEBOOK_INSPECTION("POST", "/v23.0/debug_token", OAuthLimit.USERINFO_BYTES, "foreign_token"),
    FACEBOOK_KEYS("GET", "/.well-known/oauth/openid/jwks/", OAuthLimit.JWKS_BYTES, "keys_unavailable");

    private final String method;
    private final String path;
    private final OAuthLimit cap;
    private final String unreadable;

    Endpoint(String method, String path, OAuthLimit cap, String unreadable) {
        this.method = method;
        this.path = path;
        this.cap = cap;
        this.unreadable = unreadable;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** Bytes that its answers may have. */
    int cap() {
        return cap.standard();
    }

    /** The code of a login that is refused because what this endpoint says makes no sense. */
    String unreadable() {
        return unreadable;
    }

    boolean takesPosts() {
        return method.equals("POST");
    }

    /** As the journal has it. */
    String request() {
        return method + " " + path;
    }
}
