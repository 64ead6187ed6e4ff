package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.SUBJECT;
import static dev.onoma.oauth.oidc.TestIssuer.expected;
import static dev.onoma.oauth.oidc.TestIssuer.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Signatures that are nearly right, made here after the classes of Wycheproof's json_web_signature vectors (flags
 * ModifiedSignature, ModifiedPadding, WrongPrimitive, AlgIsNone): no false accept.
 *
 * @see <a href="https://github.com/C2SP/wycheproof/blob/main/testvectors_v1/json_web_signature_test.json">the vectors</a>
 */
@DisplayName("A signature that is nearly right is refused")
class SignatureVectorsTest {
    private final TestIssuer issuer = new TestIssuer();

    private static TestKey key(JwsAlgorithm algorithm) {
        return algorithm.curve().isPresent()
                ? TestKey.ec("e-" + algorithm, algorithm)
                : TestKey.rsa("r-" + algorithm, 2_048, algorithm);
    }

    private IdTokenVerifier verifier(TestKey key) {
        return issuer.verifier(key.jwk()).algorithms(key.algorithm()).build();
    }

    @ParameterizedTest(name = "{0}: while the right one is taken")
    @EnumSource(JwsAlgorithm.class)
    void acceptsValid(JwsAlgorithm algorithm) {
        TestKey key = key(algorithm);

        assertThat(verifier(key).verify(key.sign(issuer.claims()), expected()).subject())
                .isEqualTo(SUBJECT);
    }

    @ParameterizedTest(name = "{0}: with any byte of signature, header or payload changed")
    @EnumSource(JwsAlgorithm.class)
    void modified(JwsAlgorithm algorithm) {
        TestKey key = key(algorithm);
        String[] parts = key.sign(issuer.claims()).split("\\.", -1);
        byte[] signature = Base64Url.decode(parts[2]).orElseThrow();

        for (int i = 0; i < signature.length; i += 7) {
            byte[] changed = signature.clone();
            changed[i] ^= 0x10;
            assertThat(problem(key, parts[0] + "." + parts[1] + "." + TestKey.base64Url(changed)))
                    .isEqualTo(TokenProblem.INVALID_SIGNATURE);
        }
        String otherPayload = TestKey.base64Url(issuer.claims().toJson().replace("jane", "joan"));
        String otherHeader = TestKey.base64Url("{\"kid\":\"" + key.id() + "\",\"alg\":\"" + algorithm + "\"}");
        assertThat(problem(key, parts[0] + "." + otherPayload + "." + parts[2]))
                .isEqualTo(TokenProblem.INVALID_SIGNATURE);
        assertThat(problem(key, otherHeader + "." + parts[1] + "." + parts[2]))
                .isEqualTo(TokenProblem.INVALID_SIGNATURE);
    }

    @ParameterizedTest(name = "{0}: cut short, made longer, or by another key of the same name")
    @EnumSource(JwsAlgorithm.class)
    void otherLengthOrKey(JwsAlgorithm algorithm) {
        TestKey key = key(algorithm);
        String token = key.sign(issuer.claims());
        String input = token.substring(0, token.lastIndexOf('.') + 1);
        byte[] signature = Base64Url.decode(token.substring(input.length())).orElseThrow();
        byte[] longer = new byte[signature.length + 1];
        System.arraycopy(signature, 0, longer, 1, signature.length);
        TestKey other = algorithm.curve().isPresent()
                ? new TestKey(key.id(), TestKey.ec("other", algorithm).pair(), algorithm)
                : new TestKey(key.id(), TestKey.rsa("other").pair(), algorithm);

        for (byte[] wrong : new byte[][] {
            {0}, Arrays.copyOf(signature, signature.length - 1), Arrays.copyOf(signature, signature.length + 1), longer
        }) {
            assertThat(problem(key, input + TestKey.base64Url(wrong))).isEqualTo(TokenProblem.INVALID_SIGNATURE);
        }
        assertThat(problem(key, other.sign(issuer.claims()))).isEqualTo(TokenProblem.INVALID_SIGNATURE);
    }

    @Test
    @DisplayName("RS256: with a modified padding, made with the private key itself")
    void modifiedPadding() throws Exception {
        TestKey key = key(JwsAlgorithm.RS256);
        String token = key.sign(issuer.claims());
        String input = token.substring(0, token.lastIndexOf('.'));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.US_ASCII));
        // RFC 8017, section 9.2: DigestInfo of SHA-256.
        byte[] info = HexFormat.of().parseHex("3031300d060960864801650304020105000420");
        byte[] right = padded(0x01, (byte) 0xff, info, hash);

        assertThat(verifier(key)
                        .verify(input + "." + raw(key, right), expected())
                        .subject())
                .isEqualTo(SUBJECT);
        byte[] shortPadding = right.clone();
        System.arraycopy(right, 100, shortPadding, 10, right.length - 100);
        byte[] noParameters =
                padded(0x01, (byte) 0xff, HexFormat.of().parseHex("302f300b0609608648016503040201"), hash);
        for (byte[] wrong : new byte[][] {
            padded(0x02, (byte) 0xff, info, hash),
            padded(0x00, (byte) 0x00, info, hash),
            padded(0x01, (byte) 0xfe, info, hash),
            padded(0x01, (byte) 0xff, new byte[0], hash),
            shortPadding,
            noParameters
        }) {
            assertThat(problem(key, input + "." + raw(key, wrong))).isEqualTo(TokenProblem.INVALID_SIGNATURE);
        }
    }

    private static byte[] padded(int type, byte filler, byte[] info, byte[] hash) {
        byte[] block = new byte[256];
        Arrays.fill(block, filler);
        block[0] = 0;
        block[1] = (byte) type;
        block[255 - info.length - hash.length] = 0;
        System.arraycopy(info, 0, block, 256 - info.length - hash.length, info.length);
        System.arraycopy(hash, 0, block, 256 - hash.length, hash.length);
        return block;
    }

    private static String raw(TestKey key, byte[] block) {
        RSAPrivateKey privateKey = (RSAPrivateKey) key.pair().getPrivate();
        byte[] power = new BigInteger(1, block)
                .modPow(privateKey.getPrivateExponent(), privateKey.getModulus())
                .toByteArray();
        byte[] signature = new byte[256];
        int length = Math.min(power.length, 256);
        System.arraycopy(power, power.length - length, signature, 256 - length, length);
        return TestKey.base64Url(signature);
    }

    @ParameterizedTest(name = "{0}: of zeros, of the group''s order, or in DER")
    @EnumSource(value = JwsAlgorithm.class, names = "ES.*", mode = EnumSource.Mode.MATCH_ALL)
    void ellipticExtremes(JwsAlgorithm algorithm) {
        TestKey key = key(algorithm);
        String token = key.sign(issuer.claims());
        String input = token.substring(0, token.lastIndexOf('.') + 1);
        int half = Base64Url.decode(token.substring(input.length())).orElseThrow().length / 2;
        byte[] order =
                unsigned(algorithm.curve().orElseThrow().toECParameterSpec().getOrder(), half);
        byte[] one = unsigned(BigInteger.ONE, half);
        byte[] zero = new byte[half];

        for (byte[][] pair : new byte[][][] {
            {zero, zero},
            {zero, one},
            {one, zero},
            {order, order},
            {order, one},
            {one, order},
            {zero, order},
            {one, one}
        }) {
            byte[] signature = Arrays.copyOf(pair[0], 2 * half);
            System.arraycopy(pair[1], 0, signature, half, half);
            assertThat(problem(key, input + TestKey.base64Url(signature))).isEqualTo(TokenProblem.INVALID_SIGNATURE);
        }
        byte[] der = {0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01};
        assertThat(problem(key, input + TestKey.base64Url(der))).isEqualTo(TokenProblem.INVALID_SIGNATURE);
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int used = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - used, fixed, length - used, used);
        return fixed;
    }

    private TokenProblem problem(TestKey key, String token) {
        return refusal(verifier(key), token, expected()).problem();
    }
}
