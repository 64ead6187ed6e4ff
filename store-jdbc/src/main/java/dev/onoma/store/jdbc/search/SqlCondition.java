package dev.onoma.store.jdbc.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition on rows. Where it is not exact it is true for more rows than it should be, never for fewer, and whoever
 * reads the rows has to look at each.
 *
 * @param sql its text, with a place for each parameter
 * @param parameters what is bound to the places
 * @param isExact whether it is true for no other rows than it should be
 * @param isNullable whether it may be null, which then means false
 */
record SqlCondition(String sql, List<Object> parameters, boolean isExact, boolean isNullable) {
    static final SqlCondition TRUE = new SqlCondition("true", List.of(), true, false);
    static final SqlCondition FALSE = new SqlCondition("false", List.of(), true, false);

    /** True for all rows, because the engine cannot say more. */
    static final SqlCondition UNKNOWN = TRUE.inexact();

    SqlCondition {
        parameters = List.copyOf(parameters);
    }

    static SqlCondition of(String sql, Object... parameters) {
        return new SqlCondition(sql, List.of(parameters), true, true);
    }

    SqlCondition inexact() {
        return new SqlCondition(sql, parameters, false, isNullable);
    }

    static SqlCondition all(List<SqlCondition> parts) {
        return joined(parts, " and ", TRUE);
    }

    static SqlCondition any(List<SqlCondition> parts) {
        return joined(parts, " or ", FALSE);
    }

    private static SqlCondition joined(List<SqlCondition> parts, String operator, SqlCondition none) {
        if (parts.size() < 2) {
            return parts.isEmpty() ? none : parts.get(0);
        }
        List<Object> parameters = new ArrayList<>();
        parts.forEach(part -> parameters.addAll(part.parameters()));
        return new SqlCondition(
                parts.stream().map(SqlCondition::sql).collect(Collectors.joining(operator, "(", ")")),
                parameters,
                parts.stream().allMatch(SqlCondition::isExact),
                parts.stream().anyMatch(SqlCondition::isNullable));
    }

    /** True where this one is false or null; of one that is true too often nothing can be said. */
    SqlCondition negated() {
        if (!isExact) {
            return UNKNOWN;
        }
        String negated = isNullable ? "(" + sql + ") is not true" : "not " + sql;
        return new SqlCondition("(" + negated + ")", parameters, true, false);
    }

    /** True where a row of another table fulfils this one. */
    SqlCondition within(String before, String behind) {
        return new SqlCondition(before + sql + behind, parameters, isExact, false);
    }
}
