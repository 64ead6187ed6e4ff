package dev.onoma.oauth.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DenialCodeTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("every code is in the documentation, with what a browser may be told")
    void documented(DenialCode code) throws IOException {
        Path page = Path.of("..", "docs", "errors.md");

        assertThat(Files.readAllLines(page))
                .anyMatch(line -> line.startsWith("| `" + code.code() + "` |")
                        && line.endsWith("| `" + code.publicCode() + "` |"));
    }

    @Test
    @DisplayName("a denial as an exception keeps code and message")
    void exception() {
        Denial denial = new Denial(DenialCode.STATE_MISMATCH, "the state");

        DeniedException exception = denial.asException();

        assertThat(exception.denial()).isEqualTo(denial);
        assertThat(exception.code()).isEqualTo("state_mismatch");
        assertThat(exception).hasMessage("the state");
        assertThat(denial.publicCode()).isEqualTo("login_restart");
    }
}
