package dev.onoma.core.search;

import dev.onoma.core.search.Condition.Equal;
import dev.onoma.core.search.Condition.Is;
import dev.onoma.core.search.Condition.Like;
import dev.onoma.core.search.Condition.NumberBetween;
import dev.onoma.core.search.Condition.Present;
import dev.onoma.core.search.Condition.TextBetween;
import dev.onoma.core.search.Condition.TimeBetween;
import dev.onoma.core.search.Range.Bound;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes conditions of values, as their field takes them. */
final class Conditions {
    /** As in the documentation: what has fewer letters behind a leading wildcard matches nearly everybody. */
    private static final int LITERALS_BEHIND_WILDCARD = 3;

    /** Databases try each wildcard against all places that those before it leave open. */
    private static final int MOST_WILDCARDS = 4;

    private static final String INTEGER = "an integer of at most 18 digits";
    private static final String TIME = "a time such as 2024-05-31 or 2024-05-31T10:30:00Z";

    private final QueryText text;

    Conditions(QueryText text) {
        this.text = text;
    }

    Condition word(Field field, Word word) {
        List<String> parts = word.split('*');
        if (parts.size() == 1) {
            return literal(field, word.text(), word.start());
        }
        if (word.isSign("*")) {
            return new Present();
        }
        if (field.kind() != Field.Kind.TEXT && field.kind() != Field.Kind.JSON) {
            throw text.expected("a value without wildcards for a field that holds no text", word.start());
        }
        return new Like(pattern(field, parts, word.start()));
    }

    private TextPattern pattern(Field field, List<String> parts, int start) {
        long literals =
                parts.stream().mapToLong(part -> part.codePoints().count()).sum();
        if (parts.get(0).isEmpty() && literals < LITERALS_BEHIND_WILDCARD) {
            throw text.expected(
                    "at least " + LITERALS_BEHIND_WILDCARD + " other characters beside a leading wildcard", start);
        }
        if (parts.size() - 1 > MOST_WILDCARDS) {
            throw text.expected("at most " + MOST_WILDCARDS + " wildcards in a term", start);
        }
        List<String> keys = new ArrayList<>();
        for (String part : parts) {
            keys.add(part.isEmpty() ? part : key(field, part));
        }
        return new TextPattern(keys);
    }

    private static String key(Field field, String literal) {
        return field instanceof UserField userField ? userField.key(literal) : literal;
    }

    Condition literal(Field field, String literal, int start) {
        return switch (field.kind()) {
            case TEXT, JSON -> new Equal(key(field, literal));
            case BOOLEAN -> new Is(bool(literal, start));
            case NUMBER -> new NumberBetween(Range.only(integer(literal, start)));
            case TIME -> new TimeBetween(span(literal, start));
        };
    }

    private boolean bool(String literal, int start) {
        if (!literal.equals("true") && !literal.equals("false")) {
            throw text.expected("true or false", start);
        }
        return literal.equals("true");
    }

    private BigDecimal integer(String literal, int start) {
        return Numbers.integer(literal).orElseThrow(() -> text.expected(INTEGER, start));
    }

    private Range<Instant> span(String literal, int start) {
        return Times.span(literal).orElseThrow(() -> text.expected(TIME, start));
    }

    /** A bound as it is written. */
    record WrittenBound(String literal, boolean isInclusive, int start) {}

    Condition range(Field field, Optional<WrittenBound> from, Optional<WrittenBound> to, int start) {
        if (from.isEmpty() && to.isEmpty()) {
            return new Present();
        }
        return switch (field.kind()) {
            case TEXT -> texts(field, from, to);
            case BOOLEAN -> throw text.expected("true or false: booleans have no ranges", start);
            case NUMBER -> new NumberBetween(new Range<>(from.map(this::integer), to.map(this::integer)));
            case TIME -> new TimeBetween(new Range<>(from.map(this::timeFrom), to.map(this::timeTo)));
            case JSON -> {
                boolean numbers = isNumber(from) && isNumber(to);
                yield numbers
                        ? new NumberBetween(new Range<>(from.map(Conditions::decimal), to.map(Conditions::decimal)))
                        : texts(field, from, to);
            }
        };
    }

    private static boolean isNumber(Optional<WrittenBound> bound) {
        return bound.map(written -> Numbers.parse(written.literal()).isPresent())
                .orElse(true);
    }

    private static Condition texts(Field field, Optional<WrittenBound> from, Optional<WrittenBound> to) {
        return new TextBetween(
                new Range<>(from.map(bound -> textBound(field, bound)), to.map(bound -> textBound(field, bound))));
    }

    private static Bound<String> textBound(Field field, WrittenBound bound) {
        return new Bound<>(key(field, bound.literal()), bound.isInclusive());
    }

    private Bound<BigDecimal> integer(WrittenBound bound) {
        return new Bound<>(integer(bound.literal(), bound.start()), bound.isInclusive());
    }

    private static Bound<BigDecimal> decimal(WrittenBound bound) {
        return new Bound<>(Numbers.parse(bound.literal()).orElseThrow(), bound.isInclusive());
    }

    private Bound<Instant> timeFrom(WrittenBound bound) {
        Range<Instant> span = span(bound.literal(), bound.start());
        return bound.isInclusive()
                ? span.from().orElseThrow()
                : new Bound<>(span.to().orElseThrow().value(), true);
    }

    private Bound<Instant> timeTo(WrittenBound bound) {
        Range<Instant> span = span(bound.literal(), bound.start());
        return bound.isInclusive()
                ? span.to().orElseThrow()
                : new Bound<>(span.from().orElseThrow().value(), false);
    }
}
