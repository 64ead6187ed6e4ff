package dev.onoma.oauth.denial;

import java.util.Locale;

/** Why a live login was denied, before its claims reached the login processor. Stable; new ones may be added. */
public enum DenialCode {
    /** The callback's parameters are no answer of this protocol: given twice, too long, badly encoded, or missing. */
    INVALID_CALLBACK(Kind.RESTART),
    /** The browser brought no handle, or one that this application did not make, or not for this client. */
    INVALID_TRANSACTION(Kind.RESTART),
    /** The login was started too long ago. */
    TRANSACTION_EXPIRED(Kind.RESTART),
    /** The login was finished, or tried to, already. */
    TRANSACTION_USED(Kind.RESTART),
    /** The callback's state is not that of the login which this browser started. */
    STATE_MISMATCH(Kind.RESTART),
    /**
     * The callback names another issuer than the login was sent to, or none where it has to (RFC 9207), or came to another
     * redirect URI.
     */
    ISSUER_MISMATCH(Kind.RESTART),
    /** The signed-in user is not the one for whom the linking was started. */
    USER_MISMATCH(Kind.RESTART),
    /** The form that a provider's script posts, and its cookie, do not bear the same anti-forgery token. */
    CSRF_MISMATCH(Kind.RESTART),
    /** The person declined, or the provider did on their behalf. */
    ACCESS_DENIED(Kind.DECLINED),
    /** The provider would have had to ask the person, and was told not to. */
    INTERACTION_REQUIRED(Kind.DECLINED),
    /** The provider reported another error to the browser. */
    AUTHORIZATION_ERROR(Kind.PROVIDER),
    /** The provider reported to the browser that it is out of order for now. */
    PROVIDER_UNAVAILABLE(Kind.UNAVAILABLE),

    /** The provider could not be reached. */
    HTTP_UNREACHABLE(Kind.UNAVAILABLE),
    /** The provider did not answer in time, or not to the end. */
    HTTP_TIMEOUT(Kind.UNAVAILABLE),
    /** The provider asks for fewer requests. */
    HTTP_TOO_MANY_REQUESTS(Kind.UNAVAILABLE),
    /** The provider answered with a status from 500 to 599. */
    HTTP_SERVER_ERROR(Kind.UNAVAILABLE),
    /** The provider answered with a status from 400 to 499. */
    HTTP_CLIENT_ERROR(Kind.PROVIDER),
    /** The provider answered with a redirect, which is not followed: the address configured is the wrong one. */
    HTTP_REDIRECT(Kind.PROVIDER),
    /** The provider answered with another status that tells nothing. */
    HTTP_UNEXPECTED_STATUS(Kind.PROVIDER),
    /** The provider answered with a page for people. */
    HTTP_HTML(Kind.PROVIDER),
    /** The provider's answer ended too early, or could not be decompressed. */
    HTTP_TRUNCATED(Kind.UNAVAILABLE),
    /** The provider's answer has no content. */
    HTTP_EMPTY(Kind.PROVIDER),
    /** The provider's answer is over the limit. */
    HTTP_TOO_LARGE(Kind.PROVIDER),

    /** The token response is not what OAuth 2.0 promises. */
    INVALID_TOKEN_RESPONSE(Kind.PROVIDER),
    /** The provider does not accept the code: used, expired, or meant for another client. */
    CODE_REFUSED(Kind.PROVIDER),
    /** The provider does not accept the client: its id, its secret, or how it authenticates. */
    CLIENT_REFUSED(Kind.PROVIDER),
    /** The access token was issued to another client, or to nobody that the provider names. */
    FOREIGN_TOKEN(Kind.PROVIDER),
    /** The provider's API reported an error in place of the person's profile. */
    PROFILE_ERROR(Kind.PROVIDER),
    /** The id_token's signature, claims or form are not acceptable. */
    INVALID_ID_TOKEN(Kind.PROVIDER),
    /** No key to verify a signature with could be had. */
    KEYS_UNAVAILABLE(Kind.UNAVAILABLE),
    /** The discovery document is not acceptable. */
    INVALID_DISCOVERY(Kind.PROVIDER),
    /** The userinfo response is not acceptable, or of another subject than the id_token. */
    INVALID_USERINFO(Kind.PROVIDER),
    /** The person's account is not of a hosted domain that the client admits. */
    WRONG_DOMAIN(Kind.REFUSED),
    /** A {@code signed_request} is not acceptable, or was not signed with the app's secret. */
    INVALID_SIGNED_REQUEST(Kind.PROVIDER),
    /** A {@code signed_request} is too old, or from the future. */
    SIGNED_REQUEST_EXPIRED(Kind.PROVIDER);

    private final Kind kind;

    DenialCode(Kind kind) {
        this.kind = kind;
    }

    /** The code as text, such as {@code state_mismatch}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a browser may be told: {@code login_restart} (start again), {@code access_denied} (the person declined),
     * {@code provider_error}, {@code provider_unavailable} (try later) or {@code login_refused}.
     */
    public String publicCode() {
        return switch (kind) {
            case RESTART -> "login_restart";
            case DECLINED -> "access_denied";
            case PROVIDER -> "provider_error";
            case UNAVAILABLE -> "provider_unavailable";
            case REFUSED -> "login_refused";
        };
    }

    private enum Kind {
        RESTART,
        DECLINED,
        PROVIDER,
        UNAVAILABLE,
        REFUSED
    }
}
