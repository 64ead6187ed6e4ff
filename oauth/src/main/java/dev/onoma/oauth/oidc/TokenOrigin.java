package dev.onoma.oauth.oidc;

/** How a token came here. */
public enum TokenOrigin {
    /** Straight from the issuer, in the answer to our own request. */
    ISSUER,
    /** From a browser or another client, where anybody can send anything. */
    BROWSER
}
