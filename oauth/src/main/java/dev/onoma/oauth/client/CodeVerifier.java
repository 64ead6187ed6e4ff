package dev.onoma.oauth.client;

import com.github.scribejava.core.pkce.PKCE;
import com.github.scribejava.core.pkce.PKCECodeChallengeMethod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The secret by which whoever redeems a code shows that it asked for it. Its text form does not tell it.
 *
 * @param value 43 to 128 unreserved characters
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.1">RFC 7636, section 4.1</a>
 */
public record CodeVerifier(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    public CodeVerifier {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a code verifier must be 43 to 128 unreserved characters");
        }
    }

    /** What the authorization request says of it: its hash. There is no other way than {@code S256}. */
    public String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            // ScribeJava would go on with "plain" here, which protects nothing.
            throw new IllegalStateException("PKCE needs SHA-256, which every Java platform has to have", missing);
        }
    }

    PKCE forScribe() {
        PKCE pkce = new PKCE();
        pkce.setCodeVerifier(value);
        pkce.setCodeChallenge(challenge());
        pkce.setCodeChallengeMethod(PKCECodeChallengeMethod.S256);
        return pkce;
    }

    @Override
    public String toString() {
        return "CodeVerifier";
    }
}
