package dev.onoma.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Where a request came from")
class OriginTest {
    @Test
    @DisplayName("is kept as it was sent where it is plain, and cleaned where it is not")
    void cleaned() {
        Origin origin = new Origin(
                Optional.of("users"),
                Optional.of(" web\n"),
                Optional.of("192.0.2.1"),
                Optional.of("A\u0000g\ud800ent"));

        assertThat(origin.clientId()).hasValue("web");
        assertThat(origin.ip()).hasValue("192.0.2.1");
        assertThat(origin.userAgent()).hasValue("Agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "\n\r", "\ud800"})
    @DisplayName("is not known where nothing is left")
    void nothing(String text) {
        assertThat(Origin.ofIp(text)).isEqualTo(Origin.NONE);
    }

    @Test
    @DisplayName("is kept up to 512 characters, and dropped when it is longer")
    void length() {
        assertThat(Origin.ofIp("x".repeat(512)).ip()).isPresent();
        assertThat(Origin.ofIp("x".repeat(513)).ip()).isEmpty();
        assertThat(Origin.plain("\ud83d\ude00".repeat(512))).isPresent();
        assertThat(Origin.plain("\ud83d\ude00".repeat(513))).isEmpty();
    }

    @Test
    @DisplayName("prints the connection, and not who it was")
    void silent() {
        assertThat(Origin.ofIp("192.0.2.1").through("users")).hasToString("Origin[users]");
    }
}
