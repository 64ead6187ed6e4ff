package dev.onoma.providers.database.password;

import static dev.onoma.providers.database.password.PasswordVerdict.MATCHES_REHASH;
import static dev.onoma.providers.database.password.PasswordVerdict.NO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong elsewhere, and must not here. */
class PasswordIncidentsTest {
    /** Its first 72 characters are the password of {@link #OF_72_BYTES}: crypt_blowfish, wrapper.c. */
    private static final String OVER_72_BYTES =
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + "0123456789chars after 72 are ignored";

    private static final PasswordHash OF_72_BYTES =
            PasswordHash.parse("$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui");

    /** 4,096 rounds of bcrypt, by default some 200 ms, take longer than this on every machine; a skipped one does not. */
    private static final Duration NO_WORK = Duration.ofMillis(20);

    private static PasswordHasher hasher() {
        return PasswordHasher.builder().dangerouslyCheapArgon2id(64, 1, 1).build();
    }

    @Test
    @DisplayName("I-6, Django 2013: of a password that is too long, no character is read")
    void longPassword() {
        CharSequence unreadable = new CharSequence() {
            @Override
            public int length() {
                return 100_000_000;
            }

            @Override
            public char charAt(int index) {
                throw new AssertionError("a character was read");
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                throw new AssertionError("characters were read");
            }

            @Override
            public String toString() {
                throw new AssertionError("characters were read");
            }
        };

        Password password = Password.of(unreadable);

        assertThat(hasher().verify(password, OF_72_BYTES)).isEqualTo(NO);
        assertThat(hasher().verifyNothing(password)).isEqualTo(NO);
    }

    @Test
    @DisplayName("I-7, D13, CVE-2025-22228: bcrypt never matches by the first 72 bytes of a longer password")
    void bcrypt72() {
        assertThat(hasher().verify(Password.of(OVER_72_BYTES.substring(0, 72)), OF_72_BYTES))
                .isEqualTo(MATCHES_REHASH);
        assertThat(hasher().verify(Password.of(OVER_72_BYTES.substring(0, 73)), OF_72_BYTES))
                .isEqualTo(NO);
        assertThat(hasher().verify(Password.of(OVER_72_BYTES), OF_72_BYTES)).isEqualTo(NO);
    }

    @Test
    @DisplayName("I-7: 72 are bytes, not characters, and a salt around the password counts")
    void bcrypt72Bytes() {
        PasswordHash hash = PasswordHash.parse("$onoma$prefix=" + "MDEyMzQ1Njc4OQ" + OF_72_BYTES.text());

        assertThat(hasher().verify(Password.of(OVER_72_BYTES.substring(10, 72)), hash))
                .isEqualTo(MATCHES_REHASH);
        assertThat(hasher().verify(Password.of(OVER_72_BYTES.substring(10, 73)), hash))
                .isEqualTo(NO);
        assertThat(hasher().verify(Password.of("\u00e9".repeat(37)), OF_72_BYTES))
                .isEqualTo(NO);
    }

    @Test
    @DisplayName(
            "I-7, CVE-2025-22234: what bcrypt cannot take, and nobody's password, cost as much as what it can take")
    void bcrypt72Time() {
        PasswordHash slow = PasswordHash.parse("$2b$12$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K");
        PasswordHasher hasher = PasswordHasher.builder()
                .dangerouslyCheapArgon2id(64, 1, 1)
                .alsoCosting(slow)
                .build();
        PasswordHash md5 = PasswordHash.parse("$md5$Z6Hgm7Hxg/UAfckUwU1jqg");

        assertThat(took(() -> hasher.verify(Password.of("x".repeat(72)), slow))).isGreaterThan(NO_WORK);
        assertThat(took(() -> hasher.verify(Password.of("x".repeat(73)), slow))).isGreaterThan(NO_WORK);
        assertThat(took(() -> hasher.verify(Password.of("x\0y"), slow))).isGreaterThan(NO_WORK);
        assertThat(took(() -> hasher.verify(Password.of("wrong password"), md5)))
                .isGreaterThan(NO_WORK);
        assertThat(took(() -> hasher.verifyNothing(Password.of("wrong password"))))
                .isGreaterThan(NO_WORK);
    }

    private static Duration took(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    @DisplayName("I-7: a wrong password costs one check of each kind in use, whoever's it is")
    void sameWork() {
        PasswordHash bcrypt = PasswordHash.parse("$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K");
        PasswordHash bcryptOfCost6 = Vector.ALL.stream()
                .filter(vector -> vector.id().equals("bcrypt-1"))
                .findFirst()
                .orElseThrow()
                .parsed();
        PasswordHasher hasher = PasswordHasher.builder()
                .dangerouslyCheapArgon2id(64, 1, 1)
                .pepper("2026", new byte[32])
                .alsoCosting(bcrypt)
                .build();
        PasswordHash own = hasher.hash(Password.of("somebody's password"));

        assertThat(kindsBeside(hasher, Optional.empty())).containsExactly("argon2id", "bcrypt");
        assertThat(kindsBeside(hasher, Optional.of(own))).containsExactly("bcrypt");
        assertThat(kindsBeside(hasher, Optional.of(bcrypt))).containsExactly("argon2id");
        assertThat(kindsBeside(hasher, Optional.of(bcryptOfCost6))).containsExactly("argon2id", "bcrypt");
        assertThat(kindsBeside(hasher, Optional.of(Vector.ALL.get(0).parsed()))).containsExactly("argon2id", "bcrypt");
    }

    private static List<String> kindsBeside(PasswordHasher hasher, Optional<PasswordHash> done) {
        return hasher.decoysBeside(done).map(PasswordHash::algorithm).toList();
    }

    @Test
    @DisplayName("bcrypt never matches by what stands in front of a NUL")
    void bcryptNul() {
        PasswordHash ofA = PasswordHash.parse("$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe");

        assertThat(hasher().verify(Password.of("a"), ofA)).isEqualTo(MATCHES_REHASH);
        assertThat(hasher().verify(Password.of("a\0"), ofA)).isEqualTo(NO);
        assertThat(hasher().verify(Password.of("a\0b"), ofA)).isEqualTo(NO);
        // The key that bcrypt reads is repeated with a NUL behind it: this one gives the same as "a" in Bouncy Castle.
        assertThat(hasher().verify(Password.of("a\0a"), ofA)).isEqualTo(NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2x$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e",
                "$2$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui",
                "$1$abcdefgh$irWbblnpmw.5z7wgBnprh0",
                "$6$rounds=5000$usesomesillystri$D4IrlXatmP7rx3P3InaxBeoomnAihCKRVQAr/36eYK3"
            })
    @DisplayName("D13: $2x$, $2$ and the other formats of crypt are refused when they are read, not at a login")
    void otherCrypts(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text))
                .isInstanceOf(InvalidHashException.class)
                .extracting("problem")
                .isEqualTo(HashProblem.NOT_SUPPORTED);
    }
}
