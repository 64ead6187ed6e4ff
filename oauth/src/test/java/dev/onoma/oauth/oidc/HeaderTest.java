package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.SUBJECT;
import static dev.onoma.oauth.oidc.TestIssuer.expected;
import static dev.onoma.oauth.oidc.TestIssuer.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The header of a token")
class HeaderTest {
    private final TestIssuer issuer = new TestIssuer();

    private TokenProblem problemOf(String header) {
        return issuer.refusal(issuer.key.sign(header, issuer.claims().toJson())).problem();
    }

    @ParameterizedTest(name = "cannot choose the algorithm {0}, which was not allowed")
    @ValueSource(strings = {"none", "None", "NONE", "HS256", "HS512", "RS384", "PS256", "ES256", "rs256", "RSA1_5", ""})
    void algorithm(String name) {
        assertThat(problemOf("{\"alg\":\"" + name + "\",\"kid\":\"k1\"}"))
                .isEqualTo(TokenProblem.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    @DisplayName("has to name an algorithm, as a string")
    void algorithmMissing() {
        assertThat(problemOf("{\"kid\":\"k1\"}")).isEqualTo(TokenProblem.ALGORITHM_NOT_ALLOWED);
        assertThat(problemOf("{\"alg\":[\"RS256\"],\"kid\":\"k1\"}")).isEqualTo(TokenProblem.MALFORMED_TOKEN);
        assertThat(problemOf("{\"alg\":null,\"kid\":\"k1\"}")).isEqualTo(TokenProblem.MALFORMED_TOKEN);
    }

    @ParameterizedTest(name = "cannot make a public key, written as {0}, the secret of an HMAC")
    @ValueSource(strings = {"DER", "PEM", "modulus"})
    void publicKeyAsSecret(String form) throws Exception {
        byte[] der = issuer.key.pair().getPublic().getEncoded();
        byte[] secret = switch (form) {
            case "DER" -> der;
            case "PEM" ->
                ("-----BEGIN PUBLIC KEY-----\n"
                                + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'})
                                        .encodeToString(der)
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.US_ASCII);
            default -> issuer.key.jwk().get("n").orElseThrow().toJson().getBytes(StandardCharsets.US_ASCII);
        };
        JWSObject forged = new JWSObject(
                new JWSHeader.Builder(com.nimbusds.jose.JWSAlgorithm.HS256)
                        .keyID("k1")
                        .build(),
                new Payload(issuer.claims().toJson()));
        forged.sign(new MACSigner(secret));

        assertThat(issuer.refusal(forged.serialize()).problem()).isEqualTo(TokenProblem.ALGORITHM_NOT_ALLOWED);
    }

    @ParameterizedTest(name = "may not be critical: {0}")
    @ValueSource(strings = {"[]", "[\"b64\"]", "[\"exp\"]", "[\"alg\"]", "null", "\"exp\""})
    void critical(String crit) {
        assertThat(problemOf("{\"alg\":\"RS256\",\"kid\":\"k1\",\"exp\":1,\"crit\":" + crit + "}"))
                .isEqualTo(TokenProblem.CRITICAL_HEADER);
    }

    @Test
    @DisplayName("cannot have the claims read as they stand, without base64url (RFC 7797)")
    void unencodedPayload() {
        for (String crit : new String[] {"", ",\"crit\":[\"b64\"]"}) {
            String header = TestKey.base64Url("{\"alg\":\"RS256\",\"kid\":\"k1\",\"b64\":false" + crit + "}");
            String input = header + "." + issuer.claims().toJson().replace(".", "\\u002e");

            assertThat(issuer.refusal(input + "." + issuer.key.signature(input)).problem())
                    .isIn(TokenProblem.MALFORMED_TOKEN, TokenProblem.CRITICAL_HEADER);
        }
    }

    @ParameterizedTest(name = "cannot say that this is a {0}")
    @ValueSource(strings = {"at+jwt", "logout+jwt", "dpop+jwt", "secevent+jwt", "JOSE", ""})
    void type(String type) {
        assertThat(problemOf("{\"alg\":\"RS256\",\"kid\":\"k1\",\"typ\":\"" + type + "\"}"))
                .isEqualTo(TokenProblem.WRONG_TYPE);
    }

    @ParameterizedTest(name = "may say that this is a {0}")
    @ValueSource(strings = {"JWT", "jwt", "application/jwt"})
    void usualType(String type) {
        String header = "{\"alg\":\"RS256\",\"kid\":\"k1\",\"typ\":\"" + type + "\",\"x5t\":\"x\"}";

        assertThat(issuer.verify(issuer.key.sign(header, issuer.claims().toJson()))
                        .subject())
                .isEqualTo(SUBJECT);
    }

    @Test
    @DisplayName("cannot say that another token is inside")
    void nested() {
        assertThat(problemOf("{\"alg\":\"RS256\",\"kid\":\"k1\",\"cty\":\"JWT\"}"))
                .isEqualTo(TokenProblem.ENCRYPTED_TOKEN);
        assertThat(problemOf("{\"alg\":\"RS256\",\"kid\":\"k1\",\"enc\":\"A128GCM\"}"))
                .isEqualTo(TokenProblem.ENCRYPTED_TOKEN);
    }

    @Test
    @DisplayName("names a key by a string, or not at all")
    void keyId() {
        assertThat(problemOf("{\"alg\":\"RS256\",\"kid\":1}")).isEqualTo(TokenProblem.MALFORMED_TOKEN);
        assertThat(problemOf("{\"alg\":\"RS256\",\"kid\":\"\"}")).isEqualTo(TokenProblem.UNKNOWN_KEY);
        assertThat(problemOf("{\"alg\":\"RS256\",\"kid\":\"K1\"}")).isEqualTo(TokenProblem.UNKNOWN_KEY);
        assertThat(problemOf("{\"alg\":\"RS256\",\"kid\":\"../../k1\"}")).isEqualTo(TokenProblem.UNKNOWN_KEY);
    }

    @Test
    @DisplayName("that was good once is read once, and makes no other token good")
    void remembered() {
        IdTokenVerifier verifier = issuer.verifier().build();
        String good = issuer.token();
        String[] parts = good.split("\\.", -1);
        String forged =
                parts[0] + "." + TestKey.base64Url(issuer.claims().toJson().replace("jane", "joan")) + "." + parts[2];

        assertThat(verifier.verify(good, expected()).subject()).isEqualTo(SUBJECT);
        assertThat(refusal(verifier, forged, expected()).problem()).isEqualTo(TokenProblem.INVALID_SIGNATURE);
        assertThat(refusal(verifier, parts[0] + "=." + parts[1] + "." + parts[2], expected())
                        .problem())
                .isEqualTo(TokenProblem.MALFORMED_TOKEN);
        assertThat(verifier.verify(good, expected()).subject()).isEqualTo(SUBJECT);
    }

    @Test
    @DisplayName("chooses among the algorithms that a connection allows")
    void severalAlgorithms() {
        TestKey ec = TestKey.ec("e1", JwsAlgorithm.ES256);
        IdTokenVerifier both = issuer.verifier(issuer.key.jwk(), ec.jwk())
                .algorithms(JwsAlgorithm.RS256, JwsAlgorithm.ES256)
                .build();

        assertThat(both.verify(issuer.token(), expected()).subject()).isEqualTo(SUBJECT);
        assertThat(both.verify(ec.sign(issuer.claims()), expected()).subject()).isEqualTo(SUBJECT);
        assertThat(refusal(issuer.verifier(issuer.key.jwk(), ec.jwk()).build(), ec.sign(issuer.claims()), expected())
                        .problem())
                .as("RS256 alone is the default")
                .isEqualTo(TokenProblem.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    @DisplayName("cannot have a key used with another algorithm than the key names")
    void keyWithAnotherAlgorithm() {
        TestKey key = TestKey.rsa("k1", 2_048, JwsAlgorithm.PS256);
        IdTokenVerifier verifier = issuer.verifier(issuer.key.jwk())
                .algorithms(JwsAlgorithm.RS256, JwsAlgorithm.PS256)
                .build();

        assertThat(Arrays.equals(
                        key.pair().getPublic().getEncoded(),
                        issuer.key.pair().getPublic().getEncoded()))
                .isTrue();
        assertThat(refusal(verifier, key.sign(issuer.claims()), expected()).problem())
                .isEqualTo(TokenProblem.UNKNOWN_KEY);
    }
}
