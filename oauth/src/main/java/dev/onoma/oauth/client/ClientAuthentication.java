package dev.onoma.oauth.client;

/**
 * How a client shows a token endpoint who it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749, section 2.3</a>
 */
public enum ClientAuthentication {
    /** {@code client_secret_basic}: id and secret in the {@code Authorization} header, each form-encoded first. */
    SECRET_BASIC,
    /** {@code client_secret_post}: id and secret in the form. */
    SECRET_POST,
    /** {@code none}: the id alone, for a client that can keep no secret. PKCE is what protects its codes. */
    NONE
}
