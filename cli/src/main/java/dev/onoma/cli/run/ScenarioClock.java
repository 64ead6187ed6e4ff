package dev.onoma.cli.run;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * The time of a scenario: what an operation gives; else the latest that one has given so far; else the present. Times
 * without an offset are UTC.
 */
final class ScenarioClock extends Clock {
    private Optional<Instant> latestGiven = Optional.empty();
    private Instant now = Instant.EPOCH;

    /** Moves to the time of the next operation. */
    void moveTo(Optional<Instant> given) {
        now = given.or(() -> latestGiven).orElseGet(Instant::now);
        if (given.isPresent()
                && latestGiven.filter(latest -> latest.isAfter(now)).isEmpty()) {
            latestGiven = given;
        }
    }

    /** A time in ISO 8601: an instant, a time with an offset, a local time or a date; empty when it is none. */
    static Optional<Instant> parse(String text) {
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.contains("T") ? text : text + "T00:00:00", OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
