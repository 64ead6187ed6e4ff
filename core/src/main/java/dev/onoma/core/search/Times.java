package dev.onoma.core.search;

import dev.onoma.core.search.Range.Bound;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as queries write them: {@code 2024}, {@code 2024-05}, {@code 2024-05-31}, {@code 2024-05-31T10:30}, with seconds
 * and up to nine digits of a fraction, in UTC unless there is an offset. Each stands for all that its precision leaves
 * open.
 */
final class Times {
    private static final Pattern SYNTAX = Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)"
            + "(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?(Z|[-+]\\d\\d:\\d\\d)?)?)?)?");

    private Times() {}

    /** From the first instant that the text stands for to the first behind; empty where it is no time. */
    static Optional<Range<Instant>> span(String text) {
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            OffsetDateTime start = start(parts);
            Instant end = start.plus(precision(parts)).toInstant();
            return Optional.of(new Range<>(
                    Optional.of(new Bound<>(start.toInstant(), true)), Optional.of(new Bound<>(end, false))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime start(Matcher parts) {
        LocalDateTime local = LocalDateTime.of(
                Integer.parseInt(parts.group(1)),
                number(parts.group(2), 1),
                number(parts.group(3), 1),
                number(parts.group(4), 0),
                number(parts.group(5), 0),
                number(parts.group(6), 0));
        return local.plusNanos(nanos(Optional.ofNullable(parts.group(7)).orElse("")))
                .atOffset(
                        Optional.ofNullable(parts.group(8)).map(ZoneOffset::of).orElse(ZoneOffset.UTC));
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static long nanos(String fraction) {
        return Long.parseLong((fraction + "000000000").substring(0, 9));
    }

    private static TemporalAmount precision(Matcher parts) {
        if (parts.group(2) == null) {
            return Period.ofYears(1);
        }
        if (parts.group(3) == null) {
            return Period.ofMonths(1);
        }
        if (parts.group(4) == null) {
            return Period.ofDays(1);
        }
        if (parts.group(6) == null) {
            return Duration.ofMinutes(1);
        }
        String fraction = parts.group(7);
        return fraction == null
                ? Duration.ofSeconds(1)
                : Duration.ofNanos(nanos("0".repeat(fraction.length() - 1) + "1"));
    }
}
