package dev.onoma.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a test clock")
class TestClockTest {
    private final TestClock clock = TestClock.fixed();

    @Test
    @DisplayName("stands still until it is told to go on")
    void standsStill() {
        assertThat(clock.instant()).isEqualTo(TestClock.START);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);

        assertThat(clock.advance(Duration.ofMinutes(10))).isEqualTo(TestClock.START.plusSeconds(600));
        assertThat(clock.instant()).isEqualTo(TestClock.START.plusSeconds(600));
    }

    @Test
    @DisplayName("goes back only when it is set")
    void goesBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advance(Duration.ofMillis(-1)))
                .withMessage("a clock advances forwards");

        clock.set(TestClock.START.minusSeconds(1));
        assertThat(clock.instant()).isEqualTo(TestClock.START.minusSeconds(1));
    }

    @Test
    @DisplayName("is the same clock in another zone")
    void zones() {
        TestClock there = clock.withZone(ZoneId.of("Europe/Zagreb"));
        clock.advance(Duration.ofHours(1));

        assertThat(there.instant()).isEqualTo(clock.instant());
        assertThat(there).hasToString("TestClock[2026-01-01T13:00:00Z, Europe/Zagreb]");
    }
}
