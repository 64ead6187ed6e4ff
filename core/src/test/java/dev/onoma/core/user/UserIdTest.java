package dev.onoma.core.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {
    @ParameterizedTest
    @CsvSource({
        "google, google, 1, google|1",
        "google, work, 1, google|work|1",
        "google, google, a|b, google|google|a|b",
        "google, work, a|b, google|work|a|b",
        "google, Google, 1, google|Google|1"
    })
    @DisplayName("L6: is provider|subject, and names the connection where that has another name or the subject a bar")
    void from(String provider, String connection, String subject, String expected) {
        assertThat(UserId.from(provider, new IdentityKey(connection, subject)).value())
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("L6: no two identities get one id by a bar in the subject")
    void injective() {
        assertThat(UserId.from("google", new IdentityKey("google", "work|1")))
                .isNotEqualTo(UserId.from("google", new IdentityKey("work", "1")));
    }

    @Test
    @DisplayName("L6: an id that a user came with is kept as it is, compared exactly, and not printed")
    void exact() {
        assertThat(UserId.of("auth0|ABC").value()).isEqualTo("auth0|ABC");
        assertThat(UserId.of("auth0|ABC")).isNotEqualTo(UserId.of("auth0|abc")).hasToString("UserId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000", "\ud800"})
    @DisplayName("must be text that every store keeps as it is")
    void unusable(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserId.of(value))
                .withMessage("a user id must be text, without NUL and lone surrogates");
    }
}
