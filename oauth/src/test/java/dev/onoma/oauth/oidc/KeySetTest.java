package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.SUBJECT;
import static dev.onoma.oauth.oidc.TestIssuer.expected;
import static dev.onoma.oauth.oidc.TestIssuer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A JWK set")
class KeySetTest {
    /** To find its primes takes longer than all tests here. */
    private static final BigInteger ROCA_MODULUS = rocaModulus();

    private final TestIssuer issuer = new TestIssuer();
    private final JsonObject good = issuer.key.jwk();
    private final JsonObject elliptic = TestKey.ec("e1", JwsAlgorithm.ES256).jwk();

    /** What becomes of a key that stands between two good ones. */
    private KeyRefusal refusalOf(JsonValue key) {
        JsonObject set = JsonObject.builder()
                .put("keys", new JsonArray(List.of(elliptic, key, good)))
                .build();
        KeySet keys = KeySet.parse(set.toJson().getBytes(StandardCharsets.UTF_8));

        assertThat(keys.size()).isEqualTo(2);
        assertThat(issuer.verifier(KeySource.of(keys))
                        .build()
                        .verify(issuer.token(), expected())
                        .subject())
                .isEqualTo(SUBJECT);
        assertThat(keys.ignored()).hasSize(1);
        return keys.ignored().get(0);
    }

    private static JsonObject with(JsonObject jwk, String name, Object value) {
        return jwk.with(name, JsonValue.from(value));
    }

    @Nested
    @DisplayName("D4: works on beside a key that is")
    class Neighbours {
        @Test
        @DisplayName("malformed")
        void malformed() {
            List<JsonValue> malformed = List.of(
                    JsonNull.NULL,
                    new JsonString("key"),
                    new JsonArray(List.of()),
                    JsonObject.EMPTY,
                    good.without("kty"),
                    with(good, "kty", 1),
                    good.without("n"),
                    good.without("e"),
                    with(good, "n", 5),
                    with(good, "n", ""),
                    with(good, "n", "not base64url!"),
                    with(good, "e", "AQAB="),
                    with(good, "kid", 7),
                    with(good, "alg", "ES256"),
                    elliptic.without("x"),
                    elliptic.without("y"),
                    elliptic.without("crv"),
                    with(elliptic, "x", "AAAA"),
                    with(elliptic, "x", TestKey.base64Url(leadingZero(elliptic))),
                    with(elliptic, "alg", "RS256"));

            assertThat(malformed).allSatisfy(key -> assertThat(refusalOf(key)).isEqualTo(KeyRefusal.MALFORMED_KEY));
        }

        @Test
        @DisplayName("an elliptic point that is not on its curve")
        void invalidPoint() {
            JsonObject shifted = elliptic.with("y", elliptic.get("x").orElseThrow());

            assertThat(refusalOf(shifted)).isEqualTo(KeyRefusal.MALFORMED_KEY);
        }

        @Test
        @DisplayName("of a kind that is not supported")
        void unsupported() {
            for (JsonObject key : List.of(
                    JsonObject.builder().put("kty", "oct").put("k", "c2VjcmV0").build(),
                    JsonObject.builder()
                            .put("kty", "OKP")
                            .put("crv", "Ed25519")
                            .put("x", "AA")
                            .build(),
                    JsonObject.builder()
                            .put("kty", "AKP")
                            .put("alg", "ML-DSA-44")
                            .build()
                            .without("alg"),
                    with(elliptic.without("alg"), "crv", "secp256k1"))) {
                assertThat(refusalOf(key)).isEqualTo(KeyRefusal.UNSUPPORTED_KEY);
            }
        }

        @Test
        @DisplayName("D1: for another use")
        void otherUse() {
            for (JsonObject key : List.of(
                    with(good, "use", "enc"),
                    with(good, "key_ops", List.of("encrypt")),
                    with(good, "key_ops", List.of()),
                    with(good, "key_ops", "verify"),
                    with(good, "alg", "RSA-OAEP"),
                    with(good, "alg", "HS256"))) {
                assertThat(refusalOf(key)).isEqualTo(KeyRefusal.OTHER_USE);
            }
        }

        @Test
        @DisplayName("D1: weak, at its limits and one past them")
        void weak() {
            BigInteger modulus = modulus(good);
            for (JsonObject key : List.of(
                    TestKey.rsa("small", 1_024, JwsAlgorithm.RS256).jwk(),
                    with(good, "n", number(modulus.shiftRight(1).setBit(0))),
                    with(good, "n", number(BigInteger.ONE.shiftLeft(8_192).setBit(0))),
                    with(good, "e", number(BigInteger.valueOf(65_535))),
                    with(good, "e", number(BigInteger.ONE)),
                    with(good, "e", number(BigInteger.valueOf(3))),
                    with(good, "e", number(BigInteger.ONE.shiftLeft(64).setBit(0))))) {
                assertThat(refusalOf(key)).isEqualTo(KeyRefusal.WEAK_KEY);
            }
            assertThat(refusalOf(with(good, "n", number(modulus.clearBit(0))))).isEqualTo(KeyRefusal.MALFORMED_KEY);
        }

        @Test
        @DisplayName("D1: of the chips whose private keys can be computed (ROCA)")
        void roca() {
            assertThat(refusalOf(with(good, "n", number(ROCA_MODULUS)))).isEqualTo(KeyRefusal.ROCA_KEY);
        }

        @Test
        @DisplayName("published with its private part")
        void privatePart() {
            assertThat(refusalOf(with(good, "d", "AQAB"))).isEqualTo(KeyRefusal.PRIVATE_KEY);
            assertThat(refusalOf(with(elliptic, "d", "AQAB"))).isEqualTo(KeyRefusal.PRIVATE_KEY);
        }
    }

    private static BigInteger modulus(JsonObject jwk) {
        String text = ((JsonString) jwk.get("n").orElseThrow()).value();
        return new BigInteger(1, Base64Url.decode(text).orElseThrow());
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return TestKey.base64Url(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    /** Two primes k * M + (65537^a mod M), M the product of the first 126 primes, as the chips made them. */
    private static BigInteger rocaModulus() {
        BigInteger primorial = BigInteger.ONE;
        BigInteger prime = BigInteger.ONE;
        for (int i = 0; i < 126; i++) {
            prime = prime.nextProbablePrime();
            primorial = primorial.multiply(prime);
        }
        Random random = new Random(1);
        BigInteger modulus = BigInteger.ONE;
        while (modulus.bitLength() < 2_048) {
            BigInteger candidate = BigInteger.valueOf(65_537)
                    .modPow(new BigInteger(60, random), primorial)
                    .add(primorial.multiply(new BigInteger(1_024 - primorial.bitLength(), random).setBit(53)));
            if (candidate.bitLength() == 1_024 && candidate.isProbablePrime(20)) {
                modulus = modulus.multiply(candidate);
            }
        }
        return modulus;
    }

    /** The same number, one byte longer than the curve's. */
    private static byte[] leadingZero(JsonObject jwk) {
        byte[] x = Base64Url.decode(((JsonString) jwk.get("x").orElseThrow()).value())
                .orElseThrow();
        byte[] longer = new byte[x.length + 1];
        System.arraycopy(x, 0, longer, 1, x.length);
        return longer;
    }

    @Test
    @DisplayName("takes no key of good make for one of those chips")
    void notRoca() {
        assertThat(Roca.made(modulus(good))).isFalse();
        assertThat(Roca.made(ROCA_MODULUS)).isTrue();
    }

    @Test
    @DisplayName("may hold two keys of one name: either signs")
    void duplicateKeyIds() {
        TestKey other = new TestKey("k1", TestKey.rsa("k2").pair(), JwsAlgorithm.RS256);
        IdTokenVerifier verifier = issuer.verifier(good, other.jwk()).build();

        assertThat(verifier.verify(issuer.token(), expected()).subject()).isEqualTo(SUBJECT);
        assertThat(verifier.verify(other.sign(issuer.claims()), expected()).subject())
                .isEqualTo(SUBJECT);
        assertThat(refusal(
                                verifier,
                                new TestKey("k1", TestKey.rsa("k3").pair(), JwsAlgorithm.RS256).sign(issuer.claims()),
                                expected())
                        .problem())
                .isEqualTo(TokenProblem.INVALID_SIGNATURE);
    }

    @Test
    @DisplayName("takes a key without use, alg and kid for what its type allows")
    void bareKey() {
        JsonObject bare = good.without("use").without("alg").without("kid");
        IdTokenVerifier verifier = issuer.verifier(bare).build();
        String token = issuer.key.sign("{\"alg\":\"RS256\"}", issuer.claims().toJson());

        assertThat(verifier.verify(token, expected()).subject()).isEqualTo(SUBJECT);
        assertThat(refusal(verifier, issuer.token(), expected()).problem())
                .as("a token that names a key is not verified by one without a name")
                .isEqualTo(TokenProblem.UNKNOWN_KEY);
    }

    @Test
    @DisplayName("is its keys' numbers alone: no certificate and no address beside them is looked at")
    void certificates() {
        TestKey other = TestKey.rsa("k2");
        JsonObject decorated = with(good, "x5u", "https://evil.example/x5u")
                .with("jku", JsonValue.from("https://evil.example/jku"))
                .with("x5t#S256", JsonValue.from("x"))
                .with(
                        "x5c",
                        JsonValue.from(List.of(java.util.Base64.getEncoder()
                                .encodeToString(other.pair().getPublic().getEncoded()))));
        IdTokenVerifier verifier = issuer.verifier(decorated).build();

        assertThat(verifier.verify(issuer.token(), expected()).subject()).isEqualTo(SUBJECT);
        assertThat(refusal(
                                verifier,
                                new TestKey("k1", other.pair(), JwsAlgorithm.RS256).sign(issuer.claims()),
                                expected())
                        .problem())
                .isEqualTo(TokenProblem.INVALID_SIGNATURE);
    }

    @Test
    @DisplayName("takes key_ops that hold verify")
    void operations() {
        assertThat(issuer.verifier(with(good, "key_ops", List.of("sign", "verify")))
                        .build()
                        .verify(issuer.token(), expected())
                        .subject())
                .isEqualTo(SUBJECT);
    }

    @Test
    @DisplayName("keeps 50 keys, and no fifty-first")
    void fiftyKeys() {
        List<JsonObject> keys = new ArrayList<>();
        for (int i = 0; i < 49; i++) {
            keys.add(with(elliptic, "kid", "e" + i));
        }
        keys.add(good);
        keys.add(with(good, "kid", "k51"));

        KeySet set = KeySet.parse(TestKey.set(keys.toArray(new JsonObject[0])));

        assertThat(set.size()).isEqualTo(50);
        assertThat(set.ignored()).containsExactly(KeyRefusal.TOO_MANY_KEYS);
        IdTokenVerifier verifier = issuer.verifier(KeySource.of(set)).build();
        assertThat(verifier.verify(issuer.token(), expected()).subject()).isEqualTo(SUBJECT);
        TestKey past = new TestKey("k51", issuer.key.pair(), JwsAlgorithm.RS256);
        assertThat(refusal(verifier, past.sign(issuer.claims()), expected()).problem())
                .isEqualTo(TokenProblem.UNKNOWN_KEY);
    }

    @Test
    @DisplayName("may be long, as one with certificates is")
    void longSet() {
        List<JsonObject> keys = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            keys.add(with(elliptic, "kid", "e" + i).with("x5c", JsonValue.from(List.of("A".repeat(2_000)))));
        }

        assertThat(KeySet.parse(TestKey.set(keys.toArray(new JsonObject[0]))).size())
                .isEqualTo(50);
    }

    @ParameterizedTest(name = "is not: {0}")
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":null}",
                "{\"keys\":[]}",
                "{\"keys\":[{}]}",
                "[[\"keys\",[]]]",
                "<html></html>",
                "{\"keys\":[{\"kty\":\"RSA\",\"kty\":\"RSA\"}]}"
            })
    void noSet(String text) {
        DeniedException denied =
                catchThrowableOfType(DeniedException.class, () -> KeySet.parse(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(denied.denial().code()).isEqualTo(DenialCode.KEYS_UNAVAILABLE);
        assertThat(denied.message()).startsWith("the JWK set ");
    }

    @Test
    @DisplayName("says why none of its keys will do")
    void noUsableKey() {
        DeniedException denied = catchThrowableOfType(
                DeniedException.class,
                () -> KeySet.parse(TestKey.set(
                        with(good, "use", "enc"),
                        TestKey.rsa("small", 1_024, JwsAlgorithm.RS256).jwk())));

        assertThat(denied.message()).isEqualTo("the JWK set holds no usable key: other_use, weak_key");
    }

    @Test
    @DisplayName("tells of itself how many keys it holds")
    void text() {
        assertThat(KeySet.parse(TestKey.set(good, with(good, "use", "enc")))).hasToString("KeySet[1 keys, ignored 1]");
    }
}
