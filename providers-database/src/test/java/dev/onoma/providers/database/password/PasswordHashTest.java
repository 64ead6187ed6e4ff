package dev.onoma.providers.database.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private static final String SALT = "c29tZXNhbHQ";
    private static final String HASH = "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private static InvalidHashException refused(String text) {
        return catchThrowableOfType(InvalidHashException.class, () -> PasswordHash.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4$",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4\n",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/5",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4=",
                "$argon2id$v=19$t=2,m=256,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1,keyid=AAAA$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=0256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=-256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=7,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=33$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$AAAA",
                "$2a$03$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
                "$2a$32$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
                "$2a$6$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
                "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfx",
                "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVf+e",
                "$scrypt$ln=16,r=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$scrypt$ln=31,r=8,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$scrypt$ln=4,r=8,p=9999999$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$pbkdf2-sha256$i=1,l=20$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$pbkdf2-sha256$x=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$md5$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$onoma$prefix=c2FsdA,suffix=c2FsdA$md5$Z6Hgm7Hxg/UAfckUwU1jqg",
                "$onoma$other=c2FsdA$md5$Z6Hgm7Hxg/UAfckUwU1jqg",
                "$onoma$enc=utf8$md5$Z6Hgm7Hxg/UAfckUwU1jqg",
                "$onoma$pepper=a b$md5$Z6Hgm7Hxg/UAfckUwU1jqg",
                "$onoma$pepper=a.b$md5$Z6Hgm7Hxg/UAfckUwU1jqg",
                "$onoma$$md5$Z6Hgm7Hxg/UAfckUwU1jqg"
            })
    @DisplayName("what is not written as a hash writes itself is none, and the message quotes nothing of it")
    void malformed(String text) {
        InvalidHashException error = refused(text);

        assertThat(error.problem()).isEqualTo(HashProblem.INVALID_VALUE);
        assertThat(error.part()).isEqualTo("hash");
        assertThat(error.getMessage()).matches("hash [a-zA-Z0-9 =,-]+").doesNotContain(SALT, HASH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=20$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2x$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$pbkdf2-mdc2$i=1,l=32$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$onoma$enc=utf7$md5$Z6Hgm7Hxg/UAfckUwU1jqg",
                "$onoma$enc=opaque$md5$Z6Hgm7Hxg/UAfckUwU1jqg"
            })
    @DisplayName("kinds, digests and encodings that are not supported are said to be so")
    void notSupported(String text) {
        assertThat(refused(text).problem()).isEqualTo(HashProblem.NOT_SUPPORTED);
    }

    @Test
    @DisplayName("of a text that is too long nothing is read")
    void tooLong() {
        assertThat(refused("$" + "x".repeat(8_192)).problem()).isEqualTo(HashProblem.OVER_LIMIT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$argon2id$v=19$m=131073,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4|ARGON2_MEMORY",
                "$argon2id$v=19$m=256,t=2049,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4|ARGON2_WORK",
                "$argon2id$v=19$m=999999999,t=999999999,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4|ARGON2_",
                "$argon2id$v=19$m=256,t=1,p=17$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4|ARGON2_LANES",
                "$2a$15$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe|BCRYPT_COST",
                "$2a$31$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe|BCRYPT_COST",
                "$pbkdf2-sha256$i=2000001,l=32$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4|PBKDF2_ROUNDS",
                "$pbkdf2-md5$i=1000001,l=32$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4|PBKDF2_ROUNDS",
                "$scrypt$ln=18,r=8,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4|SCRYPT_",
                "$scrypt$ln=17,r=8,p=2$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4|SCRYPT_WORK",
                "$scrypt$ln=30,r=999999,p=9$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4|SCRYPT_"
            })
    @DisplayName("a hash that would cost too much is read, but not computed: at a check it is an error, not a wait")
    void hostile(String text, String limit) {
        PasswordHash hash = PasswordHash.parse(text);
        PasswordHasher hasher =
                PasswordHasher.builder().dangerouslyCheapArgon2id(64, 1, 1).build();

        InvalidHashException error = catchThrowableOfType(
                InvalidHashException.class, () -> hasher.verify(Password.of("correct horse"), hash));

        assertThat(error.problem()).isEqualTo(HashProblem.OVER_LIMIT);
        assertThat(error.getMessage()).startsWith("hash is over the limit " + limit);
    }

    @Test
    @DisplayName("salts, hashes and keys have their limits, too, and a limit can be moved")
    void lengths() {
        String long513 = SecretBytes.of(new byte[513]).base64();
        String long1025 = SecretBytes.of(new byte[1_025]).base64();
        HashLimits limits = HashLimits.STANDARD;

        assertThat(limits.exceededBy(PasswordHash.parse("$scrypt$ln=4,r=8,p=1$$" + long513)))
                .contains(HashLimit.HASH_BYTES);
        assertThat(limits.exceededBy(PasswordHash.parse("$scrypt$ln=4,r=8,p=1$" + long1025 + "$" + HASH)))
                .contains(HashLimit.SALT_BYTES);
        assertThat(limits.exceededBy(PasswordHash.parse("$onoma$prefix=" + long1025 + "$md5$Z6Hgm7Hxg/UAfckUwU1jqg")))
                .contains(HashLimit.SALT_BYTES);
        assertThat(limits.exceededBy(PasswordHash.parse("$hmac-md5$" + long1025 + "$Z6Hgm7Hxg/UAfckUwU1jqg")))
                .contains(HashLimit.KEY_BYTES);
        assertThat(limits.with(HashLimit.KEY_BYTES, 1_025)
                        .exceededBy(PasswordHash.parse("$hmac-md5$" + long1025 + "$Z6Hgm7Hxg/UAfckUwU1jqg")))
                .isEmpty();
    }

    @Test
    @DisplayName("what is exactly at the limits of Argon2 is computed")
    void atTheLimits() {
        PasswordHasher hasher =
                PasswordHasher.builder().dangerouslyCheapArgon2id(64, 1, 1).build();
        PasswordHash dear = PasswordHash.parse("$argon2id$v=19$m=131072,t=4,p=16$" + SALT + "$" + HASH);

        assertThat(hasher.verify(Password.of("correct horse"), dear)).isEqualTo(PasswordVerdict.NO);
    }
}
