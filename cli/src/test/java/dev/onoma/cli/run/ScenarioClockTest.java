package dev.onoma.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The clock of a scenario")
class ScenarioClockTest {
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-01-02T00:00:00Z");

    private final ScenarioClock clock = new ScenarioClock();

    @Test
    @DisplayName("shows the time given")
    void given() {
        clock.moveTo(Optional.of(EARLY));

        assertThat(clock.instant()).isEqualTo(EARLY);
    }

    @Test
    @DisplayName("goes back where it is told to, and without being told to the latest")
    void latest() {
        clock.moveTo(Optional.of(LATE));
        clock.moveTo(Optional.of(EARLY));
        assertThat(clock.instant()).isEqualTo(EARLY);

        clock.moveTo(Optional.empty());
        assertThat(clock.instant()).isEqualTo(LATE);
    }

    @Test
    @DisplayName("shows the present before any time is given, and stands still meanwhile")
    void present() {
        Instant before = Instant.now();

        clock.moveTo(Optional.empty());

        Instant shown = clock.instant();
        assertThat(shown).isBetween(before, Instant.now());
        assertThat(clock.instant()).isEqualTo(shown);
    }

    @Test
    @DisplayName("the present is not the latest time given")
    void presentIsNotGiven() {
        clock.moveTo(Optional.empty());
        clock.moveTo(Optional.of(EARLY));
        clock.moveTo(Optional.empty());

        assertThat(clock.instant()).isEqualTo(EARLY);
    }

    @Test
    @DisplayName("is in UTC, whatever zone it is asked for")
    void zone() {
        assertThat(clock.withZone(ZoneId.of("Europe/Zagreb")).getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.1Z, 2026-01-01T00:00:00.100Z",
        "2026-01-01T01:30:00+01:30, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00+01:00[Europe/Zagreb], 2025-12-31T23:00:00Z",
        "2026-01-01T08:15:30, 2026-01-01T08:15:30Z",
        "2026-01-01T08:15, 2026-01-01T08:15:00Z",
        "2026-01-01, 2026-01-01T00:00:00Z",
        "2028-02-29, 2028-02-29T00:00:00Z"
    })
    @DisplayName("reads instants, times with an offset, local times as UTC, and dates")
    void reads(String text, Instant time) {
        assertThat(ScenarioClock.parse(text)).hasValue(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "T",
                "now",
                "2026",
                "2026-01",
                "2026-W01-1",
                "20260101T000000Z",
                "2026-01-01 00:00:00Z",
                " 2026-01-01T00:00:00Z",
                "2026-01-01Z",
                "2026-02-29",
                "2026-13-01",
                "2026-01-01T24:00:01Z",
                "2026-01-01T23:59:60Z",
                "1767225600"
            })
    @DisplayName("reads nothing else")
    void readsNothingElse(String text) {
        assertThat(ScenarioClock.parse(text)).isEmpty();
    }
}
