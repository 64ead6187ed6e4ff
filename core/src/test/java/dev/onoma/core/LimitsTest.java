package dev.onoma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    CLAIMS_BYTES,           262144
                    CLAIMS_DEPTH,           32
                    CLAIMS_MEMBERS,         1000
                    NUMBER_DIGITS,          1000
                    NUMBER_EXPONENT,        1000
                    STORED_CLAIMS_BYTES,    65536
                    METADATA_BYTES,         65536
                    TEXT_BYTES,             4096
                    PICTURE_BYTES,          2048
                    SUBJECT_CHARACTERS,     255
                    USER_ID_CHARACTERS,     420
                    EMAIL_CHARACTERS,       254
                    EMAIL_LOCAL_CHARACTERS, 64
                    NAME_CHARACTERS,        300
                    GIVEN_NAME_CHARACTERS,  150
                    FAMILY_NAME_CHARACTERS, 150
                    NICKNAME_CHARACTERS,    350
                    USERNAME_CHARACTERS,    128
                    PHONE_DIGITS,           15
                    QUERY_CHARACTERS,       4096
                    QUERY_CLAUSES,          64
                    QUERY_DEPTH,            16
                    """)
    @DisplayName("the defaults are those that we promise")
    void defaults(Limit limit, int value) {
        assertThat(limit.standard()).isEqualTo(value);
        assertThat(Limits.STANDARD.of(limit)).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("every limit can be changed, and no other changes with it")
    void changed(Limit limit) {
        Limits changed = Limits.STANDARD.with(limit, 1);

        for (Limit each : Limit.values()) {
            assertThat(changed.of(each)).isEqualTo(each == limit ? 1 : each.standard());
        }
        assertThat(Limits.STANDARD.of(limit)).isEqualTo(limit.standard());
    }

    @Test
    @DisplayName("changes add up, the last one of a limit counts")
    void changesAddUp() {
        Limits limits = Limits.STANDARD
                .with(Limit.CLAIMS_DEPTH, 5)
                .with(Limit.PHONE_DIGITS, 6)
                .with(Limit.CLAIMS_DEPTH, 7);

        assertThat(limits.of(Limit.CLAIMS_DEPTH)).isEqualTo(7);
        assertThat(limits.of(Limit.PHONE_DIGITS)).isEqualTo(6);
        assertThat(limits).hasToString("Limits{CLAIMS_DEPTH=7, PHONE_DIGITS=6}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    @DisplayName("no limit is below one")
    void tooSmall(int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.STANDARD.with(Limit.CLAIMS_DEPTH, value))
                .withMessage("limit CLAIMS_DEPTH must be at least 1");
    }

    @Test
    @DisplayName("a limit has a name")
    void noLimit() {
        assertThatNullPointerException()
                .isThrownBy(() -> Limits.STANDARD.with(null, 1))
                .withMessage("limit");
    }

    @Test
    @DisplayName("are a value")
    void equality() {
        EqualsVerifier.forClass(Limits.class).withNonnullFields("values").verify();
    }
}
