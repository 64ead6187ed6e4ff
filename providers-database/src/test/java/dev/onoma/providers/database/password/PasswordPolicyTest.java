package dev.onoma.providers.database.password;

import static dev.onoma.providers.database.password.PasswordRefusal.PASSWORD_BREACHED;
import static dev.onoma.providers.database.password.PasswordRefusal.PASSWORD_CHARACTERS;
import static dev.onoma.providers.database.password.PasswordRefusal.PASSWORD_FORBIDDEN;
import static dev.onoma.providers.database.password.PasswordRefusal.PASSWORD_IS_ADDRESS;
import static dev.onoma.providers.database.password.PasswordRefusal.PASSWORD_IS_NAME;
import static dev.onoma.providers.database.password.PasswordRefusal.PASSWORD_IS_USERNAME;
import static dev.onoma.providers.database.password.PasswordRefusal.PASSWORD_TOO_LONG;
import static dev.onoma.providers.database.password.PasswordRefusal.PASSWORD_TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final RootAttributes ADA = attributes();

    private static RootAttributes attributes() {
        return RootAttributes.NONE
                .with(RootAttribute.NAME, text("Augusta Ada King"))
                .with(RootAttribute.FAMILY_NAME, text("K\u00f6nigsstra\u00dfe"))
                .with(RootAttribute.USERNAME, text("countess_of_lovelace"))
                .with(RootAttribute.EMAIL, pair("ada.lovelace@example.org"))
                .with(RootAttribute.PHONE_NUMBER, pair("+12025550123"));
    }

    private static OwnedValue text(String text) {
        return OwnedValue.of(text, Owner.USER);
    }

    private static OwnedValue pair(String address) {
        return new OwnedValue(PairValue.unverified(address), Owner.USER);
    }

    private static Set<PasswordRefusal> check(String typed) {
        return PasswordPolicy.standard().check(Password.of(typed), ADA);
    }

    @Test
    @DisplayName("8 characters are enough, whatever they are; 7 are not")
    void length() {
        assertThat(check("aaaaaaaa")).isEmpty();
        assertThat(check("        ")).isEmpty();
        assertThat(check("aaaaaaa")).containsExactly(PASSWORD_TOO_SHORT);
        assertThat(check("")).containsExactly(PASSWORD_TOO_SHORT);
    }

    @Test
    @DisplayName("characters are counted as prepared, and one outside of the basic plane counts once")
    void codePoints() {
        assertThat(check("\ud83d\ude00".repeat(8))).isEmpty();
        assertThat(check("\ud83d\ude00".repeat(7))).containsExactly(PASSWORD_TOO_SHORT);
        assertThat(check("e\u0301".repeat(7))).containsExactly(PASSWORD_TOO_SHORT);
    }

    @Test
    @DisplayName("1,024 bytes may be chosen, 1,025 may not")
    void tooLong() {
        assertThat(check("x".repeat(1_024))).isEmpty();
        assertThat(check("x".repeat(1_025))).containsExactly(PASSWORD_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct\thorse", "correct\0horse", "correct\ud800horse", "correct\u0378horse"})
    @DisplayName("control characters, lone surrogates and unassigned characters may not be in it")
    void characters(String typed) {
        assertThat(check(typed)).containsExactly(PASSWORD_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada.lovelace@example.org", "ADA.LOVELACE", "Ada Lovelace", "ada-lovelace", "+1 202 555-0123"})
    @DisplayName("neither the address nor what is in front of its @ nor the phone number, however spelled")
    void address(String typed) {
        assertThat(check(typed)).containsExactly(PASSWORD_IS_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "augustaadaking",
                "Augusta Ada King!",
                "\uff21ugusta-Ada-King",
                "KO\u0308NIGSSTRASSE",
                "k\u00f6nigsstra\u00dfe"
            })
    @DisplayName("nor a name, in other case, width, spacing or Unicode form")
    void name(String typed) {
        assertThat(check(typed)).containsExactly(PASSWORD_IS_NAME);
    }

    @Test
    @DisplayName("nor the user name; what merely holds one may be chosen")
    void username() {
        assertThat(check("Countess of Lovelace")).containsExactly(PASSWORD_IS_USERNAME);
        assertThat(check("countess of lovelace 1815 of all")).isEmpty();
    }

    @Test
    @DisplayName("an empty detail of a person is not every password of signs")
    void signs() {
        RootAttributes signs = RootAttributes.NONE.with(RootAttribute.NAME, text("---"));

        assertThat(PasswordPolicy.standard().check(Password.of("!!!!!!!!!!"), signs))
                .isEmpty();
    }

    @Test
    @DisplayName("every rule that is broken is told")
    void several() {
        PasswordPolicy policy =
                PasswordPolicy.builder().minCharacters(15).forbid("Onoma Ltd").build();
        RootAttributes onoma = RootAttributes.NONE.with(RootAttribute.USERNAME, text("onomaltd"));

        assertThat(policy.check(Password.of("onoma ltd."), onoma))
                .containsExactly(PASSWORD_TOO_SHORT, PASSWORD_IS_USERNAME, PASSWORD_FORBIDDEN);
        assertThat(PASSWORD_TOO_SHORT.code()).isEqualTo("password_too_short");
    }

    @Test
    @DisplayName("a password on the list may not be chosen; the list is asked by SHA-1 of the prepared text")
    void breached() {
        byte[] sha1 = PasswordSha1.of(Password.of("caf\u00e9 caf\u00e9"));
        PasswordPolicy policy = PasswordPolicy.builder()
                .breachList(asked -> java.util.Arrays.equals(asked, sha1))
                .build();

        assertThat(policy.check(Password.of("cafe\u0301 cafe\u0301"), ADA)).containsExactly(PASSWORD_BREACHED);
        assertThat(policy.check(Password.of("cafe cafe"), ADA)).isEmpty();
    }

    @Test
    @DisplayName("the list is not asked about a password that may not be chosen anyway")
    void notAsked() {
        PasswordPolicy policy = PasswordPolicy.builder()
                .breachList(sha1 -> {
                    throw new AssertionError("the list was asked");
                })
                .build();

        assertThat(policy.check(Password.of("short"), ADA)).containsExactly(PASSWORD_TOO_SHORT);
        assertThat(policy.check(Password.of("x".repeat(2_000)), ADA)).containsExactly(PASSWORD_TOO_LONG);
    }

    @Test
    @DisplayName("a policy of fewer than 8 characters, or of more than 64, is refused")
    void bounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordPolicy.builder().minCharacters(7))
                .withMessage("minCharacters must be 8 to 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordPolicy.builder().minCharacters(65));
    }
}
