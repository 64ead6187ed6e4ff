package dev.onoma.providers.database.password;

import static dev.onoma.providers.database.password.PasswordVerdict.MATCHES;
import static dev.onoma.providers.database.password.PasswordVerdict.MATCHES_REHASH;
import static dev.onoma.providers.database.password.PasswordVerdict.NO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {
    private static final Password RIGHT = Password.of("correct horse battery staple");
    private static final Password WRONG = Password.of("Tr0ub4dor&3");
    private static final byte[] OLD_KEY = key(1);
    private static final byte[] NEW_KEY = key(2);

    private static byte[] key(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }

    private static PasswordHasher.Builder cheap() {
        return PasswordHasher.builder().dangerouslyCheapArgon2id(64, 1, 1);
    }

    @Test
    @DisplayName("a new hash is Argon2id with OWASP's parameters, as a PHC string, salted afresh each time")
    void defaults() {
        PasswordHasher hasher = PasswordHasher.builder().build();

        PasswordHash hash = hasher.hash(RIGHT);

        assertThat(hash.text()).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(hasher.hash(RIGHT).text()).isNotEqualTo(hash.text());
        assertThat(hasher.verify(RIGHT, PasswordHash.parse(hash.text()))).isEqualTo(MATCHES);
        assertThat(hasher.verify(WRONG, hash)).isEqualTo(NO);
    }

    @Test
    @DisplayName("memory that is used again gives the same hashes as fresh memory")
    void memoryAgain() {
        PasswordHasher hasher =
                PasswordHasher.builder().dangerouslyCheapArgon2id(256, 2, 1).build();
        PasswordHash known = Vector.ALL.get(0).parsed();
        Password password = Password.of("password");

        for (int i = 0; i < 5; i++) {
            assertThat(hasher.verify(WRONG, known)).isEqualTo(NO);
            assertThat(hasher.verify(password, known).matches()).isTrue();
        }
    }

    @Test
    @DisplayName("nobody's password matches nothing")
    void nobody() {
        assertThat(cheap().build().verifyNothing(RIGHT)).isEqualTo(NO);
    }

    @Test
    @DisplayName("a hash with other costs, another salt's length or of another kind is to be replaced")
    void rehash() {
        PasswordHash weaker = cheap().build().hash(RIGHT);
        PasswordHasher hasher =
                PasswordHasher.builder().dangerouslyCheapArgon2id(128, 1, 1).build();

        assertThat(hasher.verify(RIGHT, weaker)).isEqualTo(MATCHES_REHASH);
        assertThat(hasher.verify(WRONG, weaker)).isEqualTo(NO);
        assertThat(hasher.verify(RIGHT, hasher.hash(RIGHT))).isEqualTo(MATCHES);
        assertThat(hasher.verify(
                        Password.of("a"),
                        PasswordHash.parse("$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe")))
                .isEqualTo(MATCHES_REHASH);
    }

    @Test
    @DisplayName("a pepper's key is needed, and its id stands in the hash")
    void pepper() {
        PasswordHash hash = cheap().pepper("2026-11", OLD_KEY).build().hash(RIGHT);

        assertThat(hash.text()).startsWith("$onoma$pepper=2026-11$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(hash.pepper()).contains("2026-11");
        assertThat(cheap().pepper("2026-11", OLD_KEY).build().verify(RIGHT, hash))
                .isEqualTo(MATCHES);
        assertThat(cheap().pepper("2026-11", OLD_KEY).build().verify(WRONG, hash))
                .isEqualTo(NO);
        assertThat(cheap().pepper("2026-11", NEW_KEY).build().verify(RIGHT, hash))
                .isEqualTo(NO);
    }

    @Test
    @DisplayName("a hash with a former pepper, or with none, still matches and is to be replaced")
    void formerPepper() {
        PasswordHash former = cheap().pepper("old", OLD_KEY).build().hash(RIGHT);
        PasswordHash without = cheap().build().hash(RIGHT);
        PasswordHasher hasher =
                cheap().pepper("new", NEW_KEY).formerPepper("old", OLD_KEY).build();

        assertThat(hasher.verify(RIGHT, former)).isEqualTo(MATCHES_REHASH);
        assertThat(hasher.verify(RIGHT, without)).isEqualTo(MATCHES_REHASH);
        assertThat(hasher.verify(RIGHT, hasher.hash(RIGHT))).isEqualTo(MATCHES);
        assertThat(cheap().formerPepper("old", OLD_KEY).build().verify(RIGHT, former))
                .isEqualTo(MATCHES_REHASH);
    }

    @Test
    @DisplayName("a hash with a pepper whose key is missing is the application's error, right password or wrong")
    void unknownPepper() {
        PasswordHash hash = cheap().pepper("lost", OLD_KEY).build().hash(RIGHT);
        PasswordHasher hasher = cheap().pepper("new", NEW_KEY).build();

        for (Password password : new Password[] {RIGHT, WRONG}) {
            InvalidHashException error =
                    catchThrowableOfType(InvalidHashException.class, () -> hasher.verify(password, hash));
            assertThat(error.problem()).isEqualTo(HashProblem.UNKNOWN_PEPPER);
            assertThat(error.code()).isEqualTo("invalid_password_hash");
            assertThat(error).hasMessage("pepper has a key that is not configured");
        }
    }

    @Test
    @DisplayName("our hashes are of the prepared text; others are of the text as it was typed")
    void preparedOrTyped() {
        PasswordHasher hasher = cheap().build();
        Password decomposed = Password.of("cafe\u0301 noir");
        Password composed = Password.of("caf\u00e9 noir");
        PasswordHash typed = PasswordHash.parse("$md5$" + md5Base64("cafe\u0301 noir"));

        assertThat(hasher.verify(composed, hasher.hash(decomposed))).isEqualTo(MATCHES);
        assertThat(hasher.verify(decomposed, typed)).isEqualTo(MATCHES_REHASH);
        assertThat(hasher.verify(composed, typed)).isEqualTo(NO);
    }

    private static String md5Base64(String text) {
        try {
            return java.util.Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString(java.security.MessageDigest.getInstance("MD5")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud800 is no character"})
    @DisplayName("an empty password and one with a lone surrogate match nothing and cannot be hashed")
    void unusable(String text) {
        PasswordHasher hasher = cheap().build();
        PasswordHash ofNothing = PasswordHash.parse("$md5$1B2M2Y8AsgTpgAmY7PhCfg");

        assertThat(hasher.verify(Password.of(text), ofNothing)).isEqualTo(NO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hasher.hash(Password.of(text)))
                .withMessage("a password must be text of 1 to 1024 bytes");
    }

    @Test
    @DisplayName("costs below OWASP's, weak keys and impossible bounds are refused by the builder")
    void builder() {
        PasswordHasher.Builder builder = PasswordHasher.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.argon2id(7_168, 4, 1))
                .withMessage("these costs of Argon2id are below what OWASP recommends");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.argon2id(7_167, 50, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.dangerouslyCheapArgon2id(15, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.pepper("id", new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.pepper("an id", OLD_KEY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cheap().pepper("a", OLD_KEY).pepper("b", NEW_KEY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cheap().pepper("a", OLD_KEY).formerPepper("a", NEW_KEY));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.parallel(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxWait(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxWait(Duration.ofSeconds(61)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.argon2id(131_073, 2, 1).build())
                .withMessage("a hash that is to be made or spent is over the limits");
        assertThat(builder.argon2id(7_168, 5, 1).build().hash(RIGHT).text()).contains("m=7168,t=5,p=1");
    }

    @Test
    @DisplayName("no text form and no message holds a password, a salt, a hash or a key")
    void opaque() {
        PasswordHash hash = cheap().pepper("k", OLD_KEY).build().hash(RIGHT);
        Set<Object> printed = new HashSet<>(Set.of(
                RIGHT,
                hash,
                hash.scheme(),
                hash.preparation(),
                cheap().build(),
                cheap(),
                HashLimits.STANDARD,
                Peppers.none()));

        assertThat(hash).hasToString("PasswordHash[argon2id]");
        String[] secrets = hash.text().split("\\$", -1);
        for (Object object : printed) {
            assertThat(object.toString())
                    .doesNotContain("correct", "horse", secrets[secrets.length - 1], secrets[secrets.length - 2]);
        }
    }

    @Test
    @DisplayName("hashes are equal when their texts are")
    void equality() {
        PasswordHash hash = cheap().build().hash(RIGHT);

        assertThat(hash)
                .isEqualTo(PasswordHash.parse(hash.text()))
                .hasSameHashCodeAs(PasswordHash.parse(hash.text()))
                .isNotEqualTo(cheap().build().hash(RIGHT))
                .isNotEqualTo(hash.text());
    }
}
