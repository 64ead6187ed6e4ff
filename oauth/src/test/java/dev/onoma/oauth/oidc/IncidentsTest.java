package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.expected;
import static dev.onoma.oauth.oidc.TestIssuer.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.world.Loopback;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What happened to others")
class IncidentsTest {
    private final TestIssuer issuer = new TestIssuer();

    @Test
    @DisplayName("I-1 (CVE-2026-29000): a token without a signature, inside one encrypted to a public key")
    void unsignedInsideEncrypted() throws Exception {
        PlainJWT unsigned = new PlainJWT(JWTClaimsSet.parse(issuer.claims().toJson()));
        JWEObject encrypted = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                        .contentType("JWT")
                        .keyID("k1")
                        .build(),
                new Payload(unsigned.serialize()));
        encrypted.encrypt(new RSAEncrypter((RSAPublicKey) issuer.key.pair().getPublic()));

        assertThat(issuer.refusal(encrypted.serialize()).problem()).isEqualTo(TokenProblem.ENCRYPTED_TOKEN);
    }

    @Test
    @DisplayName("I-2 (CVE-2021-44878): an unsigned token, where the issuer's discovery document lists none")
    void unsigned() throws Exception {
        String unsigned = new PlainJWT(JWTClaimsSet.parse(issuer.claims().toJson())).serialize();
        ProviderMetadata listsNone = ProviderMetadata.parse(
                DiscoveryTest.document()
                        .with("id_token_signing_alg_values_supported", JsonValue.from(java.util.List.of("none")))
                        .toJson()
                        .getBytes(StandardCharsets.UTF_8),
                TestIssuer.NAME);
        IdTokenVerifier verifier = IdTokenVerifier.of(
                        IssuerRule.exactly(listsNone.issuer()),
                        TestIssuer.CLIENT,
                        KeySource.of(KeySet.parse(TestKey.set(issuer.key.jwk()))))
                .clock(issuer.clock)
                .build();

        assertThat(refusal(verifier, unsigned, expected()).problem()).isEqualTo(TokenProblem.ALGORITHM_NOT_ALLOWED);
        assertThat(refusal(verifier, unsigned + "AAAA", expected()).problem())
                .isEqualTo(TokenProblem.ALGORITHM_NOT_ALLOWED);
    }

    @Test
    @DisplayName("I-3 (CVE-2018-0114): the key that verifies the token, in the token")
    void embeddedKey() {
        TestKey attacker = TestKey.rsa("attacker");
        String jwk = attacker.jwk().with("kid", JsonValue.from("k1")).toJson();

        for (String kid : new String[] {"\"kid\":\"k1\",", "\"kid\":\"attacker\",", ""}) {
            String header = "{\"alg\":\"RS256\"," + kid + "\"jwk\":" + jwk + "}";
            assertThat(issuer.refusal(attacker.sign(header, issuer.claims().toJson()))
                            .problem())
                    .isIn(TokenProblem.INVALID_SIGNATURE, TokenProblem.UNKNOWN_KEY);
        }
    }

    @Test
    @DisplayName("I-3: an address in the token to fetch the key from is never asked")
    void keyFromAnAddress() {
        TestKey attacker = TestKey.rsa("attacker");
        try (Loopback server =
                Loopback.answering(Loopback.json(new String(TestKey.set(attacker.jwk()), StandardCharsets.UTF_8)))) {
            for (String parameter : new String[] {"jku", "x5u"}) {
                String header = "{\"alg\":\"RS256\",\"kid\":\"attacker\",\"" + parameter + "\":\"" + server.uri("/jwks")
                        + "\"}";
                assertThat(issuer.refusal(attacker.sign(header, issuer.claims().toJson()))
                                .problem())
                        .isEqualTo(TokenProblem.UNKNOWN_KEY);
            }

            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    @DisplayName("I-4 (CVE-2022-21449): an ECDSA signature of zeros")
    void psychicSignature() {
        TestKey key = TestKey.ec("e1", JwsAlgorithm.ES256);
        String token = key.sign(issuer.claims());
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + TestKey.base64Url(new byte[64]);
        IdTokenVerifier verifier =
                issuer.verifier(key.jwk()).algorithms(JwsAlgorithm.ES256).build();

        assertThat(refusal(verifier, forged, expected()).problem()).isEqualTo(TokenProblem.INVALID_SIGNATURE);
    }

    @Test
    @DisplayName("I-5 (CVE-2023-52428): a token that asks for millions of iterations before it is seen to be false")
    void iterations() throws Exception {
        JWEObject encrypted = new JWEObject(
                new JWEHeader(JWEAlgorithm.PBES2_HS256_A128KW, EncryptionMethod.A128GCM), new Payload("x"));
        encrypted.encrypt(new PasswordBasedEncrypter("password", 16, 1_000));
        String header = TestKey.base64Url(
                "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2s\":\"AAAAAAAAAAA\"," + "\"p2c\":2147483647}");
        String many =
                header + encrypted.serialize().substring(encrypted.serialize().indexOf('.'));

        assertThat(issuer.refusal(many).problem()).isEqualTo(TokenProblem.ENCRYPTED_TOKEN);
    }

    @Test
    @DisplayName("I-5 (CVE-2025-53864): claims nested so deep that a reader's stack overflows")
    void nesting() {
        String deep = "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
        String claims = issuer.claims().toJson().replaceAll("}$", ",\"deep\":" + deep + "}");

        assertThat(issuer.refusal(issuer.key.sign("{\"alg\":\"RS256\",\"kid\":\"k1\"}", claims))
                        .problem())
                .isEqualTo(TokenProblem.INVALID_JSON);
        assertThat(issuer.refusal(issuer.key.sign(deep, claims)).problem()).isEqualTo(TokenProblem.INVALID_JSON);
    }
}
