package dev.onoma.providers.google.live;

import static java.util.Objects.requireNonNull;

import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.EncodedForm;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/**
 * What Google's button or One Tap posted to the application's {@code login_uri}: a credential, and a token against
 * forgery that has to be the same in the form and in the cookie {@code g_csrf_token}. Nothing is read of one that is
 * not. Its text form tells nothing of it.
 *
 * @see <a href="https://developers.google.com/identity/gsi/web/guides/verify-google-id-token">Verify the Google ID token
 *     on your server side</a>
 */
public final class PostedCredential {
    /** The name of the cookie. */
    public static final String COOKIE = "g_csrf_token";

    private final String form;
    private final String cookie;

    private PostedCredential(String form, String cookie) {
        this.form = requireNonNull(form, "form");
        this.cookie = requireNonNull(cookie, "cookie");
    }

    /**
     * What was posted.
     *
     * @param form the request's body as it was received
     * @param cookie the value of the cookie {@value #COOKIE}; empty text when the browser sent none
     */
    public static PostedCredential of(String form, String cookie) {
        return new PostedCredential(form, cookie);
    }

    /** The credential, an id_token that nobody has verified. */
    String credential(OAuthLimits limits) {
        if (form.length() > limits.of(OAuthLimit.CALLBACK_CHARACTERS)) {
            throw unreadable();
        }
        Map<String, String> fields = EncodedForm.parse(form).orElseThrow(PostedCredential::unreadable);
        String token = fields.getOrDefault(COOKIE, "");
        if (token.isEmpty() || !MessageDigest.isEqual(bytes(token), bytes(cookie))) {
            throw new DeniedException(
                    DenialCode.CSRF_MISMATCH, "the form's " + COOKIE + " is missing, or not that of the cookie");
        }
        String credential = fields.getOrDefault("credential", "");
        if (credential.isEmpty()) {
            throw new DeniedException(DenialCode.INVALID_CALLBACK, "the form has no credential");
        }
        return credential;
    }

    private static DeniedException unreadable() {
        return new DeniedException(DenialCode.INVALID_CALLBACK, "the form's fields cannot be read");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PostedCredential";
    }
}
