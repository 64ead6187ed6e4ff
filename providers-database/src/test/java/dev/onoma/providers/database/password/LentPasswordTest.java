package dev.onoma.providers.database.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A password's text that is lent to whoever checks it elsewhere")
class LentPasswordTest {
    private final AtomicReference<char[]> kept = new AtomicReference<>(new char[0]);

    @Test
    @DisplayName("is as it was typed, not as it is prepared for a hash")
    void asTyped() {
        Password password = Password.of("A\u030a\u00a0ngstr\u00f6m");

        assertThat(password.<String, RuntimeException>lend(String::valueOf)).isEqualTo("A\u030a\u00a0ngstr\u00f6m");
    }

    @Test
    @DisplayName("is a copy, overwritten when the borrower returns or throws; the password stays")
    void overwritten() {
        Password password = Password.of("analytical");

        assertThatThrownBy(() -> password.lend(text -> {
                    kept.set(text);
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class);

        assertThat(kept.get()).hasSize(10).containsOnly('\0');
        assertThat(password.<String, RuntimeException>lend(String::valueOf)).isEqualTo("analytical");
    }

    @Test
    @DisplayName("stays whole for its borrower while the password is wiped")
    void wipedMeanwhile() {
        Password password = Password.of("analytical");

        String text = password.<String, RuntimeException>lend(lent -> {
            password.wipe();
            return String.valueOf(lent);
        });

        assertThat(text).isEqualTo("analytical");
        assertThatThrownBy(() -> password.lend(String::valueOf)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @DisplayName("is not lent where there is none that could be a password")
    @ValueSource(strings = {"", "\ud800"})
    void none(String typed) {
        Password password = Password.of(typed);

        assertThat(password.hasText()).isFalse();
        assertThatThrownBy(() -> password.lend(String::valueOf)).isInstanceOf(IllegalStateException.class);
    }
}
