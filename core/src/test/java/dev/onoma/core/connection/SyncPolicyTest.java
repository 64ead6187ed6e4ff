package dev.onoma.core.connection;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.attribute.RootAttribute.USERNAME;
import static dev.onoma.core.connection.SyncRule.NEVER_ON_LOGIN;
import static dev.onoma.core.connection.SyncRule.ON_EACH_LOGIN;
import static dev.onoma.core.connection.SyncRule.ON_FIRST_LOGIN;
import static dev.onoma.core.connection.SyncRule.UNTIL_EDITED;
import static dev.onoma.core.connection.SyncRule.WHEN_EMPTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.provider.ProviderKind;
import java.util.EnumSet;
import java.util.Set;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SyncPolicyTest {
    private static final Set<RootAttribute> FIVE =
            EnumSet.of(NAME, RootAttribute.GIVEN_NAME, RootAttribute.FAMILY_NAME, RootAttribute.NICKNAME, PICTURE);

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # kind,       mode,           the five,       the pairs,      username
                    SOCIAL,       ON_EACH_LOGIN,  ON_EACH_LOGIN,  ON_EACH_LOGIN,  NEVER_ON_LOGIN
                    SOCIAL,       ON_FIRST_LOGIN, ON_FIRST_LOGIN, ON_EACH_LOGIN,  NEVER_ON_LOGIN
                    SOCIAL,       NEVER_ON_LOGIN, NEVER_ON_LOGIN, NEVER_ON_LOGIN, NEVER_ON_LOGIN
                    ENTERPRISE,   ON_EACH_LOGIN,  ON_EACH_LOGIN,  ON_EACH_LOGIN,  NEVER_ON_LOGIN
                    ENTERPRISE,   ON_FIRST_LOGIN, ON_FIRST_LOGIN, ON_EACH_LOGIN,  NEVER_ON_LOGIN
                    ENTERPRISE,   NEVER_ON_LOGIN, NEVER_ON_LOGIN, NEVER_ON_LOGIN, NEVER_ON_LOGIN
                    DATABASE,     ON_EACH_LOGIN,  ON_EACH_LOGIN,  ON_EACH_LOGIN,  ON_EACH_LOGIN
                    DATABASE,     ON_FIRST_LOGIN, ON_FIRST_LOGIN, ON_FIRST_LOGIN, ON_FIRST_LOGIN
                    DATABASE,     NEVER_ON_LOGIN, NEVER_ON_LOGIN, NEVER_ON_LOGIN, NEVER_ON_LOGIN
                    PASSWORDLESS, ON_EACH_LOGIN,  ON_EACH_LOGIN,  ON_EACH_LOGIN,  ON_EACH_LOGIN
                    PASSWORDLESS, ON_FIRST_LOGIN, ON_FIRST_LOGIN, ON_FIRST_LOGIN, ON_FIRST_LOGIN
                    PASSWORDLESS, NEVER_ON_LOGIN, NEVER_ON_LOGIN, NEVER_ON_LOGIN, NEVER_ON_LOGIN
                    """)
    @DisplayName(
            "S4, S5, S7: the mode governs five attributes; the pairs follow each login, except under never and where we are the provider")
    void rules(ProviderKind kind, SyncRule mode, SyncRule five, SyncRule pairs, SyncRule username) {
        SyncPolicy policy = SyncPolicy.ofMode(mode);

        FIVE.forEach(attribute -> assertThat(policy.rule(attribute, kind)).isEqualTo(five));
        assertThat(policy.rule(EMAIL, kind)).isEqualTo(pairs);
        assertThat(policy.rule(PHONE_NUMBER, kind)).isEqualTo(pairs);
        assertThat(policy.rule(USERNAME, kind)).isEqualTo(username);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S1: an override always wins, for every attribute, mode and kind, and touches no other attribute")
    void overrides(RootAttribute attribute) {
        for (SyncRule rule : SyncRule.values()) {
            for (ProviderKind kind : ProviderKind.values()) {
                for (SyncPolicy mode :
                        new SyncPolicy[] {SyncPolicy.ON_EACH_LOGIN, SyncPolicy.ON_FIRST_LOGIN, SyncPolicy.NEVER_ON_LOGIN
                        }) {
                    SyncPolicy policy = mode.override(attribute, rule);

                    assertThat(policy.rule(attribute, kind)).isEqualTo(rule);
                    assertThat(policy.overrideOf(attribute)).contains(rule);
                    assertThat(policy.mode()).isEqualTo(mode.mode());
                    RootAttribute.ALL.stream()
                            .filter(other -> other != attribute)
                            .forEach(other ->
                                    assertThat(policy.rule(other, kind)).isEqualTo(mode.rule(other, kind)));
                }
            }
        }
    }

    @Test
    @DisplayName("S1: the last override of an attribute counts, and a policy itself never changes")
    void immutable() {
        SyncPolicy one = SyncPolicy.ON_EACH_LOGIN.override(NAME, WHEN_EMPTY).override(EMAIL, UNTIL_EDITED);

        assertThat(one.override(NAME, UNTIL_EDITED).overrideOf(NAME)).contains(UNTIL_EDITED);
        assertThat(one.overrideOf(NAME)).contains(WHEN_EMPTY);
        assertThat(one.overrideOf(EMAIL)).contains(UNTIL_EDITED);
        assertThat(one.overrideOf(PICTURE)).isEmpty();
        assertThat(SyncPolicy.ON_EACH_LOGIN.overrideOf(NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNTIL_EDITED", "WHEN_EMPTY"})
    @DisplayName("S1: until_edited and when_empty are rules of single attributes, and no mode")
    void noModes(SyncRule rule) {
        assertThat(rule.isMode()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyncPolicy.ofMode(rule))
                .withMessage(
                        "sync mode must be on_each_login, on_first_login or never_on_login, but is " + rule.word());
    }

    @Test
    @DisplayName("the modes are three")
    void modes() {
        assertThat(SyncPolicy.ON_EACH_LOGIN.mode()).isEqualTo(ON_EACH_LOGIN);
        assertThat(SyncPolicy.ON_FIRST_LOGIN.mode()).isEqualTo(ON_FIRST_LOGIN);
        assertThat(SyncPolicy.NEVER_ON_LOGIN.mode()).isEqualTo(NEVER_ON_LOGIN);
        assertThat(SyncPolicy.ofMode(NEVER_ON_LOGIN)).isEqualTo(SyncPolicy.NEVER_ON_LOGIN);
    }

    @Test
    @DisplayName("S2: clearing on null and on absence are options of single attributes, off at first")
    void clearing() {
        SyncPolicy policy =
                SyncPolicy.ON_EACH_LOGIN.clearOnNull(NAME).clearOnNull(EMAIL).clearOnAbsent(PICTURE);

        assertThat(policy.clearsOnNull(NAME)).isTrue();
        assertThat(policy.clearsOnNull(EMAIL)).isTrue();
        assertThat(policy.clearsOnNull(PICTURE)).isFalse();
        assertThat(policy.clearsOnAbsent(PICTURE)).isTrue();
        assertThat(policy.clearsOnAbsent(NAME)).isFalse();
        assertThat(policy.clearOnAbsent(NAME).clearsOnAbsent(PICTURE)).isTrue();
        assertThat(SyncPolicy.ON_EACH_LOGIN.clearsOnNull(NAME)).isFalse();
        assertThat(SyncPolicy.ON_EACH_LOGIN.clearsOnAbsent(PICTURE)).isFalse();
    }

    @Test
    @DisplayName("S2: options and overrides stand side by side, in whatever order they were given")
    void sideBySide() {
        SyncPolicy one = SyncPolicy.ON_FIRST_LOGIN
                .clearOnNull(NAME)
                .clearOnAbsent(PICTURE)
                .override(NAME, WHEN_EMPTY);
        SyncPolicy other = SyncPolicy.ON_FIRST_LOGIN
                .override(NAME, WHEN_EMPTY)
                .clearOnAbsent(PICTURE)
                .clearOnNull(NAME);

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one)
                .hasToString("SyncPolicy[on_first_login, overrides={NAME=WHEN_EMPTY}, clearedOnNull=[NAME],"
                        + " clearedOnAbsent=[PICTURE]]");
    }

    @Test
    @DisplayName("S2: an e-mail address is never cleared by absence, and asking for that is refused")
    void emailIsNotClearedByAbsence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyncPolicy.ON_EACH_LOGIN.clearOnAbsent(EMAIL))
                .withMessage("clear_on_absent cannot name email: absence never clears an address");
        assertThat(SyncPolicy.ON_EACH_LOGIN.clearOnAbsent(PHONE_NUMBER).clearsOnAbsent(PHONE_NUMBER))
                .isTrue();
    }

    @Test
    @DisplayName("an override names an attribute and a rule")
    void nothingMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> SyncPolicy.ON_EACH_LOGIN.override(null, WHEN_EMPTY))
                .withMessage("attribute");
        assertThatNullPointerException()
                .isThrownBy(() -> SyncPolicy.ON_EACH_LOGIN.override(NAME, null))
                .withMessage("rule");
        assertThatNullPointerException()
                .isThrownBy(() -> SyncPolicy.ON_EACH_LOGIN.clearOnNull(null))
                .withMessage("attribute");
    }

    @ParameterizedTest
    @CsvSource({
        "ON_EACH_LOGIN, on_each_login",
        "ON_FIRST_LOGIN, on_first_login",
        "NEVER_ON_LOGIN, never_on_login",
        "UNTIL_EDITED, until_edited",
        "WHEN_EMPTY, when_empty"
    })
    @DisplayName("rules are named by their words in configuration")
    void words(SyncRule rule, String word) {
        assertThat(rule.word()).isEqualTo(word);
        assertThat(SyncRule.named(word)).contains(rule);
        assertThat(SyncRule.named(rule.name())).isEmpty();
    }

    @Test
    @DisplayName("is a value")
    void equality() {
        EqualsVerifier.forClass(SyncPolicy.class)
                .withNonnullFields("mode", "overrides", "clearedOnNull", "clearedOnAbsent")
                .suppress(Warning.STRICT_HASHCODE)
                .verify();
    }
}
