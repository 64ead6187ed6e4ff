package dev.onoma.testkit.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.store.AccountStore;
import dev.onoma.testkit.races.Together;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about counts of attempts. */
public abstract class AttemptContract extends AccountPart {
    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final Instant NOW = SampleAccounts.NOW;
    private static final Instant END = SampleAccounts.END;
    private static final Instant JUST_BEFORE = SampleAccounts.JUST_BEFORE;

    /** The part, over stores. */
    protected AttemptContract(Supplier<AccountStore> stores) {
        super(stores);
    }

    private long count(Instant now, Instant until) {
        return store().attempts().count(KEY, now, until);
    }

    private long attempts(Instant now) {
        return store().attempts().attempts(KEY, now);
    }

    @Test
    @DisplayName("each attempt counts one, by its key alone")
    void counted() {
        assertThat(attempts(NOW)).isZero();

        assertThat(count(NOW, END)).isEqualTo(1);
        assertThat(count(NOW, END)).isEqualTo(2);
        assertThat(store().attempts().count("other", NOW, END)).isEqualTo(1);
        assertThat(count(NOW, END)).isEqualTo(3);

        assertThat(attempts(NOW)).isEqualTo(3);
        assertThat(store().attempts().attempts("other", NOW)).isEqualTo(1);
        assertThat(store().attempts().attempts("nobody", NOW)).isZero();
    }

    @Test
    @DisplayName("a count goes on until just before its end, which later attempts do not move")
    void end() {
        count(NOW, END);

        assertThat(count(JUST_BEFORE, END.plusSeconds(60))).isEqualTo(2);

        assertThat(attempts(JUST_BEFORE)).isEqualTo(2);
        assertThat(attempts(END)).isZero();
    }

    @Test
    @DisplayName("a count whose time is over begins again, with an end of its own")
    void again() {
        count(NOW, END);
        count(NOW, END);

        assertThat(count(END, END.plusSeconds(60))).isEqualTo(1);

        assertThat(attempts(END.plusSeconds(59))).isEqualTo(1);
        assertThat(attempts(END.plusSeconds(60))).isZero();
    }

    @Test
    @DisplayName("a count that is forgotten begins again")
    void forgotten() {
        count(NOW, END);
        store().attempts().count("other", NOW, END);

        store().attempts().forget(KEY);
        store().attempts().forget("nobody");

        assertThat(attempts(NOW)).isZero();
        assertThat(store().attempts().attempts("other", NOW)).isEqualTo(1);
        assertThat(count(NOW, END.plusSeconds(60))).isEqualTo(1);
        assertThat(attempts(END)).isEqualTo(1);
    }

    @Test
    @DisplayName("an attempt that is given back is not counted, and nothing is below zero")
    void givenBack() {
        count(NOW, END);
        count(NOW, END);
        store().attempts().count("other", NOW, END);

        store().attempts().giveBack(KEY, NOW);
        assertThat(attempts(NOW)).isEqualTo(1);
        store().attempts().giveBack(KEY, NOW);
        store().attempts().giveBack(KEY, NOW);
        store().attempts().giveBack("nobody", NOW);

        assertThat(attempts(NOW)).isZero();
        assertThat(count(NOW, END)).isEqualTo(1);
        assertThat(store().attempts().attempts("other", NOW)).isEqualTo(1);
    }

    @Test
    @DisplayName("an attempt at a count whose time is over is not given back to the one after")
    void givenBackLate() {
        count(NOW, END);

        store().attempts().giveBack(KEY, END);

        assertThat(attempts(JUST_BEFORE)).isEqualTo(1);
    }

    @Test
    @DisplayName("of 16 times 20 attempts at once, half of them given back, 160 are counted")
    void givenBackAtOnce() {
        Together.run(16, thread -> {
            for (int i = 0; i < 20; i++) {
                count(NOW, END);
                if (i % 2 == 0) {
                    store().attempts().giveBack(KEY, NOW);
                }
            }
        });

        assertThat(attempts(NOW)).isEqualTo(160);
    }

    @Test
    @DisplayName("another store counts for itself")
    void apart() {
        count(NOW, END);
        AccountStore other = anotherStore();

        assertThat(other.attempts().attempts(KEY, NOW)).isZero();
        assertThat(other.attempts().count(KEY, NOW, END)).isEqualTo(1);
        other.attempts().forget(KEY);
        assertThat(attempts(NOW)).isEqualTo(1);
    }

    @Test
    @DisplayName("16 times 20 attempts at once are told 1 to 320, each of them once")
    void atOnce() {
        Queue<Long> told = new ConcurrentLinkedQueue<>();

        Together.run(16, thread -> {
            for (int i = 0; i < 20; i++) {
                told.add(count(NOW, END));
            }
        });

        assertThat(told).containsExactlyInAnyOrderElementsOf(upTo(320));
        assertThat(attempts(NOW)).isEqualTo(320);
    }

    @Test
    @DisplayName("32 attempts at once at a count whose time is over are told 1 to 32")
    void againAtOnce() {
        count(NOW, END);
        Queue<Long> told = new ConcurrentLinkedQueue<>();

        Together.run(32, thread -> told.add(count(END, END.plusSeconds(60))));

        assertThat(told).containsExactlyInAnyOrderElementsOf(upTo(32));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
