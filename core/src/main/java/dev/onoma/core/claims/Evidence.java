package dev.onoma.core.claims;

import java.util.Locale;

/** How a source of claims was checked before it came here. The caller states it; nothing guesses it. */
public enum Evidence {
    /** The claims of an id_token whose signature, issuer, audience and times were verified. */
    VERIFIED_ID_TOKEN,
    /** The body of a userinfo endpoint's response, fetched with the login's own access token. */
    USERINFO_RESPONSE,
    /** The body of a Graph API response, fetched with the login's own access token. */
    GRAPH_API_RESPONSE,
    /** What a person typed when signing up: it says nothing about who owns an address. */
    SIGNUP,
    /** A record that the application read from a user table, its own or a predecessor's. */
    IMPORT,
    /** An address to which the application sent a code or a link that came back: whoever brought it reads there. */
    ANSWERED_MESSAGE,
    /** A form that came through the browser, unsigned: good for names, never for a subject or an address. */
    UNSIGNED_FORM;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As text, such as {@code verified_id_token}. */
    public String word() {
        return word;
    }

    /** Whether the source may name the subject and addresses. */
    public boolean speaksForIdentity() {
        return this != UNSIGNED_FORM;
    }

    /** Whether the source may say that an address was verified. */
    public boolean speaksForVerification() {
        return this != UNSIGNED_FORM && this != SIGNUP;
    }
}
