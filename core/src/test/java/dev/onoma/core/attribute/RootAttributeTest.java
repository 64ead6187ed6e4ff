package dev.onoma.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootAttributeTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    NAME,         name,         ,               true
                    GIVEN_NAME,   given_name,   ,               true
                    FAMILY_NAME,  family_name,  ,               true
                    NICKNAME,     nickname,     ,               true
                    PICTURE,      picture,      ,               true
                    EMAIL,        email,        email_verified, false
                    USERNAME,     username,     ,               false
                    PHONE_NUMBER, phone_number, phone_verified, false
                    """)
    @DisplayName("S5: five attributes follow the mode; two are pairs of an address and a flag")
    void table(RootAttribute attribute, String field, String flag, boolean governed) {
        assertThat(attribute.fieldName()).isEqualTo(field);
        assertThat(attribute.flagName().orElse(null)).isEqualTo(flag);
        assertThat(attribute.isPair()).isEqualTo(flag != null);
        assertThat(attribute.isGovernedByMode()).isEqualTo(governed);
        assertThat(RootAttribute.named(field)).contains(attribute);
    }

    @Test
    @DisplayName("the attributes are printed in this order")
    void order() {
        assertThat(RootAttribute.ALL)
                .containsExactly(RootAttribute.values())
                .extracting(RootAttribute::fieldName)
                .containsExactly(
                        "name",
                        "given_name",
                        "family_name",
                        "nickname",
                        "picture",
                        "email",
                        "username",
                        "phone_number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email_verified", "phone_verified", "NAME", "user_id", "", "blocked"})
    @DisplayName("M7: a flag, a protected field or another spelling names no attribute")
    void noNames(String field) {
        assertThat(RootAttribute.named(field)).isEmpty();
    }
}
