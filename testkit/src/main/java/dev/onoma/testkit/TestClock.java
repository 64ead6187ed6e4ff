package dev.onoma.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until it is told to go on. Thread-safe.
 *
 * <pre>{@code
 * TestClock clock = TestClock.fixed();
 * var logins = LoginProcessor.builder(store).connection(connection).clock(clock).build();
 * clock.advance(Duration.ofMinutes(11));
 * }</pre>
 */
public final class TestClock extends Clock {
    /** Where {@link #fixed()} begins. */
    public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final Hands hands;
    private final ZoneId zone;

    private TestClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /** A clock that stands at {@link #START}, in UTC. */
    public static TestClock fixed() {
        return at(START);
    }

    /** A clock that stands at a time, in UTC. */
    public static TestClock at(Instant time) {
        return new TestClock(new Hands(requireNonNull(time, "time")), ZoneOffset.UTC);
    }

    /**
     * Goes on by a duration.
     *
     * @return the time that it is now
     * @throws IllegalArgumentException when the duration is negative: use {@link #set} to go back
     */
    public Instant advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a clock advances forwards");
        }
        return hands.turn(duration);
    }

    /** Goes to a time, earlier ones included: clocks do that. */
    public void set(Instant time) {
        hands.set(requireNonNull(time, "time"));
    }

    @Override
    public Instant instant() {
        return hands.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, which goes on with this one, in another zone. */
    @Override
    public TestClock withZone(ZoneId other) {
        return new TestClock(hands, requireNonNull(other, "other"));
    }

    @Override
    public String toString() {
        return "TestClock[" + hands.get() + ", " + zone + "]";
    }

    private static final class Hands {
        private Instant time;

        Hands(Instant time) {
            this.time = time;
        }

        synchronized Instant get() {
            return time;
        }

        synchronized void set(Instant other) {
            time = other;
        }

        synchronized Instant turn(Duration duration) {
            time = time.plus(duration);
            return time;
        }
    }
}
