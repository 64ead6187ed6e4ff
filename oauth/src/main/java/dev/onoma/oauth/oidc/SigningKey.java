package dev.onoma.oauth.oidc;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import dev.onoma.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * A private key of the application's, to sign what it shows a provider in place of a secret. Immutable and thread-safe.
 * Its text form tells nothing of it.
 */
public final class SigningKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final String id;
    private final ECDSASigner signer;

    private SigningKey(String id, ECDSASigner signer) {
        this.id = id;
        this.signer = signer;
    }

    /**
     * A key for ES256.
     *
     * @param id by which the provider knows it
     * @param pem PKCS #8 in PEM, as in a file that begins with {@code -----BEGIN PRIVATE KEY-----}
     * @throws IllegalArgumentException when it is no such key, or not on the curve P-256
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518, section 3.4</a>
     */
    public static SigningKey es256(String id, String pem) {
        requireNonNull(id, "id");
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("a signing key must be PKCS #8 in PEM");
        }
        // Without their causes: nothing of the key may come into a log.
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            ECPrivateKey key =
                    (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            if (!Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
                throw new IllegalArgumentException("a signing key for ES256 must be on the curve P-256");
            }
            return new SigningKey(id, new ECDSASigner(key));
        } catch (GeneralSecurityException | JOSEException unreadable) {
            throw new IllegalArgumentException("a signing key must be PKCS #8 of an elliptic curve");
        }
    }

    /** A signed token of these claims, with the key's id in its header. */
    public String sign(JsonObject claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(id).build();
        JWSObject token = new JWSObject(header, new Payload(claims.toJson()));
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a key that was read can sign", impossible);
        }
        return token.serialize();
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
