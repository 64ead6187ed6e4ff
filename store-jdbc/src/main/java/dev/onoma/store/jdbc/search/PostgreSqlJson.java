package dev.onoma.store.jdbc.search;

import dev.onoma.core.json.JsonString;
import dev.onoma.core.search.Condition;
import dev.onoma.core.search.Condition.Equal;
import dev.onoma.core.search.Condition.Like;
import dev.onoma.core.search.Condition.NumberBetween;
import dev.onoma.core.search.Condition.TextBetween;
import dev.onoma.core.search.Range;
import dev.onoma.core.search.Range.Bound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Conditions as SQL/JSON paths, in lax mode: arrays on the way and at the end are unwrapped one level deep, as queries
 * have it. The path is bound as a parameter; names and texts in it are JSON strings.
 *
 * @see <a href="https://www.postgresql.org/docs/14/functions-json.html">PostgreSQL 14, section 9.16.2</a>
 */
final class PostgreSqlJson implements JsonSql {
    /** A value that is there: see {@code Condition.Present}. */
    private static final String SOMETHING =
            "@.type() == \"string\" || @.type() == \"number\" || @.type() == \"boolean\""
                    + " || (@.type() == \"object\" && exists(@.*)) || (@.type() == \"array\" && @.size() > 0)";

    private static final String TEXT = "@.type() == \"string\"";

    @Override
    public SqlCondition of(String column, List<String> names, Condition condition) {
        String path = names.stream().map(PostgreSqlJson::quoted).collect(Collectors.joining(".", "$.", ""));
        if (condition instanceof Condition.Present) {
            return matches(column, filtered(path, SOMETHING));
        }
        if (condition instanceof Equal equal) {
            return matches(column, equal(path, equal));
        }
        if (condition instanceof Like like) {
            return like(column, path, like);
        }
        if (condition instanceof NumberBetween between) {
            return matches(
                    column, filtered(path, "@.type() == \"number\"" + bounds(between.range(), BigDecimal::toString)));
        }
        return condition instanceof TextBetween between
                ? matches(column, filtered(path, TEXT + bounds(between.range(), PostgreSqlJson::quoted)))
                : SqlCondition.FALSE;
    }

    /** Comparisons with constants, because these are what a GIN index is asked for. */
    private static String equal(String path, Equal equal) {
        List<String> constants = new ArrayList<>(List.of(quoted(equal.text())));
        equal.number().map(BigDecimal::toString).ifPresent(constants::add);
        if (equal.text().equals("true") || equal.text().equals("false")) {
            constants.add(equal.text());
        }
        return constants.stream().map(constant -> path + " == " + constant).collect(Collectors.joining(" || "));
    }

    private static SqlCondition like(String column, String path, Like like) {
        String prefix = like.pattern().prefix();
        String begins = prefix.isEmpty() ? "" : " && @ starts with " + quoted(prefix);
        SqlCondition narrowed = matches(column, filtered(path, TEXT + begins));
        return like.pattern().isPrefixOnly() ? narrowed : narrowed.inexact();
    }

    private static String filtered(String path, String filter) {
        return "exists(" + path + " ? (" + filter + "))";
    }

    private static <T> String bounds(Range<T> range, Function<T, String> constant) {
        return bound(">", range.from(), constant) + bound("<", range.to(), constant);
    }

    private static <T> String bound(String operator, Optional<Bound<T>> bound, Function<T, String> constant) {
        return bound.map(each -> " && @ " + operator + (each.isInclusive() ? "= " : " ") + constant.apply(each.value()))
                .orElse("");
    }

    private static String quoted(String text) {
        return new JsonString(text).toJson();
    }

    private static SqlCondition matches(String column, String path) {
        return SqlCondition.of(column + " @@ cast(? as jsonpath)", path);
    }

    @Override
    public SqlCondition notEmpty(String column) {
        return SqlCondition.of(column + " <> cast('{}' as jsonb)");
    }
}
