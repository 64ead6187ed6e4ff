package dev.onoma.testkit.oauth.http;

/** What a request to an identity provider is for, wherever that provider keeps it. */
public enum Endpoint {
    /** The provider's description of itself (OpenID Connect Discovery 1.0, section 4). */
    DISCOVERY,
    /** The public keys (RFC 7517, section 5). */
    JWKS,
    /** Where the browser goes (RFC 6749, section 3.1). */
    AUTHORIZATION,
    /** Where codes are redeemed (RFC 6749, section 3.2). */
    TOKEN,
    /** The claims of the person: userinfo (OpenID Connect Core 1.0, section 5.3), or the Graph API's {@code /me}. */
    USERINFO,
    /** What else an API says of the person, such as a list of addresses. */
    RESOURCE,
    /** The Graph API's description of an access token. */
    DEBUG_TOKEN,
    /** A person's picture. */
    PICTURE,
    /** Where redirects, {@code jku} and {@code x5u} of a misbehaving provider point to: a good client never asks it. */
    ELSEWHERE
}
