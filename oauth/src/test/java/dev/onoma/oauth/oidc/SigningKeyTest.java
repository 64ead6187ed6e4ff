package dev.onoma.oauth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A signing key")
class SigningKeyTest {
    private static final JsonObject CLAIMS =
            JsonObject.builder().put("iss", "team").put("sub", "client").build();

    private static KeyPair pair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    @DisplayName("signs by ES256, with its id in the header, what its public half verifies")
    void signs() throws GeneralSecurityException {
        KeyPair pair = pair("secp256r1");

        String token =
                SigningKey.es256("k-1", pem(pair.getPrivate().getEncoded())).sign(CLAIMS);

        List<String> parts = List.of(token.split("\\.", -1));
        assertThat(text(parts.get(0))).isEqualTo("{\"kid\":\"k-1\",\"alg\":\"ES256\"}");
        assertThat(text(parts.get(1))).isEqualTo(CLAIMS.toJson());
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(pair.getPublic());
        signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts.get(2))))
                .isTrue();
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("of another curve or kind is refused, with nothing of it in the message")
    void otherKeys() throws GeneralSecurityException {
        String p384 = pem(pair("secp384r1").getPrivate().getEncoded());
        String rsa = pem(KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.es256("k", p384))
                .withMessage("a signing key for ES256 must be on the curve P-256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.es256("k", rsa))
                .withMessage("a signing key must be PKCS #8 of an elliptic curve")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MIGH", "-----BEGIN EC PRIVATE KEY-----\nMIGH\n-----END EC PRIVATE KEY-----"})
    @DisplayName("in another form is refused")
    void otherForms(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.es256("k", text))
                .withMessage("a signing key must be PKCS #8 in PEM");
    }

    @Test
    @DisplayName("tells nothing of itself")
    void text() throws GeneralSecurityException {
        assertThat(SigningKey.es256("k", pem(pair("secp256r1").getPrivate().getEncoded())))
                .hasToString("SigningKey");
    }
}
