package dev.onoma.providers.database.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Refusals without asking take as long as others")
class AnswerTimesTest {
    private final List<Duration> waited = new ArrayList<>();

    @Test
    @DisplayName("one of the 32 latest times, and none before there is one")
    void latest() {
        AnswerTimes times = new AnswerTimes(1, waited::add);
        times.await();
        assertThat(waited).isEmpty();
        for (int i = 1; i <= 40; i++) {
            times.add(Duration.ofMillis(i));
        }

        for (int i = 0; i < 200; i++) {
            times.await();
        }

        assertThat(waited)
                .hasSize(200)
                .allSatisfy(time -> assertThat(time).isBetween(Duration.ofMillis(9), Duration.ofMillis(40)));
        assertThat(waited.stream().distinct().count()).isGreaterThan(1);
    }

    @Test
    @DisplayName("only so many wait at once: who comes then does not, so that waiting uses up no threads")
    void bounded() {
        List<AnswerTimes> self = new ArrayList<>();
        AnswerTimes times = new AnswerTimes(1, time -> {
            waited.add(time);
            self.get(0).await();
        });
        self.add(times);
        times.add(Duration.ofMillis(1));

        times.await();
        times.await();

        assertThat(waited).hasSize(2);
    }

    @Test
    @DisplayName("who is interrupted stays so")
    void interrupted() {
        AnswerTimes times = new AnswerTimes(1, AnswerTimes.Pause.SLEEP);
        times.add(Duration.ofHours(1));
        Thread.currentThread().interrupt();

        times.await();

        assertThat(Thread.interrupted()).isTrue();
    }
}
