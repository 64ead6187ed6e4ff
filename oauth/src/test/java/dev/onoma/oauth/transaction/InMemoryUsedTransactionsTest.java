package dev.onoma.oauth.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InMemoryUsedTransactionsTest {
    private final TestClock clock = TestClock.fixed();
    private final InMemoryUsedTransactions used = new InMemoryUsedTransactions(clock);

    @Test
    @DisplayName("a use is the first one once")
    void once() {
        assertThat(used.use("a", clock.instant().plusSeconds(60))).isTrue();
        assertThat(used.use("a", clock.instant().plusSeconds(60))).isFalse();
        assertThat(used.use("b", clock.instant().plusSeconds(60))).isTrue();
    }

    @Test
    @DisplayName("what has expired is forgotten, and nothing before")
    void forgotten() {
        used.use("short", clock.instant().plusSeconds(59));
        used.use("exact", clock.instant().plusSeconds(60));
        clock.advance(Duration.ofSeconds(60));
        used.use("now", clock.instant().plusSeconds(60));

        assertThat(used.size()).isEqualTo(2);
        assertThat(used.use("exact", clock.instant())).isFalse();
    }
}
