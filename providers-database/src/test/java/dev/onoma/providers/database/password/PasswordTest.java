package dev.onoma.providers.database.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PasswordTest {
    private static String prepared(String typed) {
        return new String(Password.of(typed).prepared(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("one text typed in two Unicode forms is one password")
    void composed() {
        assertThat(prepared("cafe\u0301 cr\u00e8me")).isEqualTo("caf\u00e9 cr\u00e8me");
    }

    @Test
    @DisplayName("spaces of every kind are one kind, and none is trimmed (RFC 8265, section 4.2.1)")
    void spaces() {
        assertThat(prepared(" a\u00a0b\u3000c\u2003")).isEqualTo(" a b c ");
    }

    @Test
    @DisplayName("case, width and compatibility characters stay as they are")
    void kept() {
        assertThat(prepared("Stra\u00dfe \uff21 \ufb01 \u0131")).isEqualTo("Stra\u00dfe \uff21 \ufb01 \u0131");
    }

    @Test
    @DisplayName("1,024 bytes are looked at, 1,025 are not")
    void longest() {
        assertThat(Password.of("x".repeat(1_024)).form()).isEqualTo(Password.Form.USABLE);
        assertThat(Password.of("x".repeat(1_025)).form()).isEqualTo(Password.Form.TOO_LONG);
        assertThat(Password.of("\u00e9".repeat(512)).form()).isEqualTo(Password.Form.USABLE);
        assertThat(Password.of("\u00e9".repeat(512) + "x").form()).isEqualTo(Password.Form.TOO_LONG);
    }

    @Test
    @DisplayName("the limit holds for the prepared text, which may be longer than what was typed")
    void growing() {
        // U+FB2C, 3 bytes, has no composed form: NFC makes it three characters of 6 bytes.
        assertThat(Password.of("\ufb2c".repeat(170)).form()).isEqualTo(Password.Form.USABLE);
        assertThat(Password.of("\ufb2c".repeat(171)).form()).isEqualTo(Password.Form.TOO_LONG);
    }

    @Test
    @DisplayName("empty text and lone surrogates make passwords that are not usable")
    void unusable() {
        assertThat(Password.of("").form()).isEqualTo(Password.Form.EMPTY);
        assertThat(Password.of("correct\ud800horse").form()).isEqualTo(Password.Form.MALFORMED);
        assertThat(Password.of("\ud83d\ude00 smile").isUsable()).isTrue();
    }

    @Test
    @DisplayName("is equal to nothing but itself, and says nothing in its text form")
    void opaque() {
        Password password = Password.of("correct horse");

        assertThat(password).hasToString("Password").isEqualTo(password).isNotEqualTo(Password.of("correct horse"));
    }

    @Test
    @DisplayName("keeps a copy of the characters, and wipes it")
    void wiped() {
        char[] typed = "correct horse".toCharArray();
        Password password = Password.of(typed);
        char[] kept = password.typed();
        Arrays.fill(typed, 'x');
        assertThat(kept).isEqualTo("correct horse".toCharArray());

        password.wipe();

        assertThat(kept).containsOnly('\0');
        assertThatIllegalStateException().isThrownBy(password::prepared).withMessage("the password was wiped");
        assertThatIllegalStateException().isThrownBy(password::isUsable);
    }
}
