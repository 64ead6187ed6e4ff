package dev.onoma.providers.database.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KnownAnswersTest {
    private static final Argon2Memory MEMORY = new Argon2Memory(new Argon2Costs(256, 2, 1));

    private static boolean matches(PasswordHash hash, String password) {
        return hash.matches(Password.of(password), Peppers.none(), MEMORY);
    }

    @ParameterizedTest
    @MethodSource("dev.onoma.providers.database.password.Vector#all")
    @DisplayName("the password of a known answer matches, and is read and written unchanged")
    void known(Vector vector) {
        assertThat(matches(vector.parsed(), vector.password())).isTrue();
        assertThat(vector.parsed().text()).isEqualTo(vector.hash());
    }

    @ParameterizedTest
    @MethodSource("dev.onoma.providers.database.password.Vector#all")
    @DisplayName("a known answer with one bit of its hash flipped does not match")
    void flippedHash(Vector vector) {
        for (PasswordHash flipped : Flips.ofHash(vector.parsed())) {
            assertThat(matches(flipped, vector.password())).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.onoma.providers.database.password.Vector#all")
    @DisplayName("a known answer with one bit of its salt or key flipped does not match")
    void flippedSalt(Vector vector) {
        List<PasswordHash> flips = Flips.ofSalt(vector.parsed());

        assertThat(flips.isEmpty()).isEqualTo(vector.hash().matches("\\$(md4|md5|sha1|sha256|sha512)\\$.*"));
        for (PasswordHash flipped : flips) {
            assertThat(matches(flipped, vector.password())).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.onoma.providers.database.password.Vector#all")
    @DisplayName("the password with one bit flipped, one character more or one less, does not match")
    void flippedPassword(Vector vector) {
        String password = vector.password();
        Stream<String> flipped =
                IntStream.of(0, 3, 6).mapToObj(bit -> (char) (password.charAt(0) ^ 1 << bit) + password.substring(1));

        Stream.concat(
                        flipped,
                        Stream.of(
                                password + "x",
                                password.substring(1),
                                password.toUpperCase(java.util.Locale.ROOT) + " "))
                .forEach(other -> assertThat(matches(vector.parsed(), other)).isFalse());
    }

    @Test
    @DisplayName("every kind of hash has a known answer")
    void everyKind() {
        Function<Class<?>, Long> vectors = kind -> Vector.ALL.stream()
                .filter(vector -> kind.isInstance(vector.parsed().scheme()))
                .count();

        assertThat(HashScheme.class.getPermittedSubclasses()).allMatch(kind -> vectors.apply(kind) > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 512b391b6f1162975371d30919734294f868e3be3984f3c1a13a4db9fabe4acb",
        "1, c814d9d1dc7f37aa13f0d77f2494bda1c8de6b016dd388d29952a4c4672b6ce8",
        "2, 0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    })
    @DisplayName(
            "Argon2d, Argon2i and Argon2id of RFC 9106, section 5, whose secret and associated data no stored hash of ours has")
    void rfc9106(int variant, String expected) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(variant)
                .withVersion(Argon2Hash.VERSION)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(repeated(2, 16))
                .withSecret(repeated(3, 8))
                .withAdditional(repeated(4, 12))
                .build());
        byte[] tag = new byte[32];
        generator.generateBytes(repeated(1, 32), tag);

        assertThat(HexFormat.of().formatHex(tag)).isEqualTo(expected);
    }

    @Test
    @DisplayName("RIPEMD-160, SHA-224, SHA-384 and Whirlpool, which only HMAC and PBKDF2 can ask for, of \"abc\"")
    void otherDigests() {
        assertThat(digest(DigestName.RIPEMD160)).isEqualTo("8eb208f7e05d987a9b044a8e98c6b087f15a0bfc");
        assertThat(digest(DigestName.SHA224)).isEqualTo("23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7");
        assertThat(digest(DigestName.SHA384))
                .isEqualTo("cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                        + "8086072ba1e7cc2358baeca134c825a7");
        assertThat(digest(DigestName.WHIRLPOOL))
                .isEqualTo("4e2448a4c6f486bb16b6562c73b4020bf3043e3a731bce721ae1b303d97e6d4c"
                        + "7181eebdb6c57e277d0e34957114cbd6c797fc9d95d8b582d225292076d4eef5");
        assertThat(new RIPEMD160Digest().getDigestSize()).isEqualTo(DigestName.RIPEMD160.length());
    }

    private static String digest(DigestName name) {
        var digest = name.create();
        digest.update(new byte[] {'a', 'b', 'c'}, 0, 3);
        byte[] output = new byte[name.length()];
        digest.doFinal(output, 0);
        return HexFormat.of().formatHex(output);
    }

    private static byte[] repeated(int value, int times) {
        byte[] bytes = new byte[times];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
