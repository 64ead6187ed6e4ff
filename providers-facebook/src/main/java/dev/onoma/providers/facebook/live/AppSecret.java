package dev.onoma.providers.facebook.live;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app's secret, and what it signs. Its text form does not tell it. */
final class AppSecret {
    private final String secret;

    AppSecret(String secret) {
        this.secret = secret;
    }

    /** The app's own access token, for questions about others' tokens. */
    String appToken(String appId) {
        return appId + "|" + secret;
    }

    /**
     * Shows that whoever uses an access token is the app.
     *
     * @see <a href="https://developers.facebook.com/docs/graph-api/guides/secure-requests#appsecret_proof">Secure Graph
     *     API calls</a>
     */
    String proof(String accessToken) {
        return HexFormat.of().formatHex(hmac(accessToken));
    }

    byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has to have HmacSHA256", missing);
        }
    }

    @Override
    public String toString() {
        return "AppSecret";
    }
}
