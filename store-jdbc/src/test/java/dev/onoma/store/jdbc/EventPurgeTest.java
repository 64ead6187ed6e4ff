package dev.onoma.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.history.EventType;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.user.UserId;
import dev.onoma.testkit.TestClock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventPurgeTest {
    private static final UserId ADA = UserId.of("developer|ada");

    private final TestClock clock = TestClock.fixed();

    private JdbcUserStore.Builder store(StoreObserver observer) {
        return JdbcUserStore.builder(TestDatabases.h2())
                .tenant(UUID.randomUUID().toString())
                .clock(clock)
                .observer(observer);
    }

    @Test
    @DisplayName("events are shown and kept for two days unless told otherwise")
    void twoDays() {
        JdbcUserStore store = store(StoreObserver.NONE).build();
        store.record(UserEvent.of(ADA, clock.instant(), EventType.LOGIN));

        clock.advance(Duration.ofDays(2));
        assertThat(store.events(ADA, 10)).hasSize(1);
        assertThat(store.purge()).isZero();

        clock.advance(Duration.ofMillis(1));
        assertThat(store.events(ADA, 10)).isEmpty();
        assertThat(store.purge()).isEqualTo(1);
    }

    @Test
    @DisplayName("a store keeps events as long as it is told to")
    void keepsLonger() {
        JdbcUserStore store =
                store(StoreObserver.NONE).keepEvents(Duration.ofDays(30)).build();
        store.record(UserEvent.of(ADA, clock.instant(), EventType.LOGIN));

        clock.advance(Duration.ofDays(30));

        assertThat(store.events(ADA, 10)).hasSize(1);
    }

    @Test
    @DisplayName("tickets, codes and counts are forgotten from their ends on, by the store's clock")
    void expired() {
        JdbcUserStore store = store(StoreObserver.NONE).build();
        store.attempts().count("key", clock.instant(), clock.instant().plusSeconds(60));

        clock.advance(Duration.ofMillis(59_999));
        assertThat(store.purgeExpired()).isZero();

        clock.advance(Duration.ofMillis(1));
        assertThat(store.purgeExpired()).isEqualTo(1);
    }

    @Test
    @DisplayName("a schedule that is closed does not interrupt the purge that is going on")
    void closedMeanwhile() throws InterruptedException {
        CountDownLatch purging = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        JdbcUserStore store = store((operation, took, succeeded) -> {
                    purging.countDown();
                    boolean over = false;
                    while (!over) {
                        over = closed.getCount() == 0;
                    }
                    interrupted.complete(Thread.currentThread().isInterrupted());
                })
                .build();

        EventPurge purge = EventPurge.every(Duration.ofHours(1), store);
        assertThat(purging.await(1, TimeUnit.MINUTES)).isTrue();
        purge.close();
        closed.countDown();

        assertThat(interrupted.join()).isFalse();
    }

    @Test
    @DisplayName("a schedule purges by itself, again and again")
    void schedule() throws InterruptedException {
        CountDownLatch purges = new CountDownLatch(2);
        JdbcUserStore store = store((operation, took, succeeded) -> {
                    if (operation.equals("purge")) {
                        purges.countDown();
                    }
                })
                .build();
        store.record(UserEvent.of(ADA, clock.instant().minus(Duration.ofDays(3)), EventType.LOGIN));
        store.attempts().count("key", clock.instant().minusSeconds(2), clock.instant());

        EventPurge purge = EventPurge.every(Duration.ofMillis(1), store);
        assertThat(purges.await(1, TimeUnit.MINUTES)).isTrue();
        purge.close();

        assertThat(store.purge()).isZero();
        assertThat(store.purgeExpired()).isZero();
    }
}
