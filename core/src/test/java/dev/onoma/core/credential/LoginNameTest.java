package dev.onoma.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.attribute.EmailAddress;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A login name as it was typed")
class LoginNameTest {
    @ParameterizedTest
    @CsvSource({
        "ada@example.org, EMAIL, ada@example.org",
        "ADA@Example.ORG, EMAIL, ada@example.org",
        "ada@b\u00fccher.example, EMAIL, ada@xn--bcher-kva.example",
        "ada@XN--BCHER-KVA.example, EMAIL, ada@xn--bcher-kva.example",
        "Ada.L, USERNAME, ada.l",
        "ada@, USERNAME, ada@",
        "+491234, USERNAME, +491234"
    })
    @DisplayName("is an address, or else a user name, in the form in which it is compared")
    void typed(String text, LoginName.Kind kind, String key) {
        assertThat(LoginName.typed(text, Limits.STANDARD)).hasValue(new LoginName(kind, key));
        assertThat(LoginName.typed(text)).hasValue(new LoginName(kind, key));
    }

    @Test
    @DisplayName("has no spaces around it, that a keyboard puts there")
    void stripped() {
        assertThat(LoginName.typed(" ada\u2003", Limits.STANDARD)).hasValue(LoginName.username("ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a da",
                "ada\u0000",
                "\ud800",
                "\u0131da",
                "a\u0308da",
                "ada@exa mple.org",
                "a@b@c.org\u0000"
            })
    @DisplayName("is nobody's when no user could have it")
    void nobodys(String text) {
        assertThat(LoginName.typed(text, Limits.STANDARD)).isEmpty();
    }

    @Test
    @DisplayName("is nobody's when it is longer than the connection's names, at the limit it is somebody's")
    void length() {
        Limits limits = Limits.STANDARD.with(Limit.USERNAME_CHARACTERS, 3);

        assertThat(LoginName.typed("ada", limits)).isPresent();
        assertThat(LoginName.typed("adal", limits)).isEmpty();
        assertThat(LoginName.typed("x".repeat(64) + "@example.org", limits)).isPresent();
        assertThat(LoginName.typed("x".repeat(65) + "@example.org", limits)).isEmpty();
        assertThat(LoginName.typed("x".repeat(1_000_000), limits)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "m\u0131ke@example.org, mike@example.org",
        "\u017fam@example.org, sam@example.org",
        "\u212aim@example.org, kim@example.org",
        "kim@e\u212aample.org, kim@ekample.org"
    })
    @DisplayName("D10: is not the one that it only looks like")
    void lookalike(String one, String other) {
        assertThat(LoginName.typed(one, Limits.STANDARD)).isNotEqualTo(LoginName.typed(other, Limits.STANDARD));
    }

    @Test
    @DisplayName("D10: does not depend on the machine's language")
    void turkish() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(LoginName.username("ADMIN").key()).isEqualTo("admin");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @DisplayName("prints its kind alone")
    void silent() {
        assertThat(LoginName.of(EmailAddress.of("ada@example.org"))).hasToString("LoginName[EMAIL]");
        assertThat(LoginName.phoneNumber("+491234")).hasToString("LoginName[PHONE_NUMBER]");
    }
}
