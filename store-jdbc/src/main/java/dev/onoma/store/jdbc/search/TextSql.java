package dev.onoma.store.jdbc.search;

import dev.onoma.core.search.Condition.TextBetween;
import dev.onoma.core.search.Range.Bound;
import dev.onoma.core.search.TextPattern;
import dev.onoma.store.jdbc.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Patterns and ranges of texts as SQL. PostgreSQL compares by code points where it is told to, H2 by UTF-16 units. */
final class TextSql {
    /** Not the backslash, whose meaning in SQL depends on settings. */
    private static final char ESCAPE = '!';

    private final Dialect dialect;

    TextSql(Dialect dialect) {
        this.dialect = dialect;
    }

    SqlCondition like(String column, TextPattern pattern) {
        SqlCondition like = SqlCondition.of(column + " like ? escape '" + ESCAPE + "'", likeText(pattern));
        if (dialect == Dialect.H2 || pattern.prefix().isEmpty()) {
            return like;
        }
        // An index can be asked for a range, while a pattern may be anything when the statement is planned.
        SqlCondition prefix = prefix(column, pattern.prefix());
        return pattern.isPrefixOnly() ? prefix : SqlCondition.all(List.of(prefix, like));
    }

    static String likeText(TextPattern pattern) {
        return String.join("%", pattern.parts().stream().map(TextSql::escaped).toList());
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' || c == '_' || c == ESCAPE) {
                escaped.append(ESCAPE);
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    private SqlCondition prefix(String column, String prefix) {
        List<SqlCondition> bounds = new ArrayList<>();
        bounds.add(SqlCondition.of(ordered(column) + " >= ?", prefix));
        behind(prefix).ifPresent(end -> bounds.add(SqlCondition.of(ordered(column) + " < ?", end)));
        return SqlCondition.all(bounds);
    }

    /** The least text that is greater than all texts of a prefix, by code points; empty where there is none. */
    static Optional<String> behind(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            int start = end - Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                return Optional.of(prefix.substring(0, start) + Character.toString(next));
            }
            end = start;
        }
        return Optional.empty();
    }

    SqlCondition between(String column, TextBetween between) {
        return SqlCondition.all(List.of(
                bound(column, ">", between.range().from()),
                bound(column, "<", between.range().to())));
    }

    private SqlCondition bound(String column, String operator, Optional<Bound<String>> bound) {
        if (bound.isEmpty()) {
            return SqlCondition.of(column + " is not null");
        }
        String text = bound.get().value();
        if (dialect == Dialect.H2 && text.chars().anyMatch(c -> c >= Character.MIN_SURROGATE)) {
            return SqlCondition.of(column + " is not null").inexact();
        }
        return SqlCondition.of(ordered(column) + " " + operator + (bound.get().isInclusive() ? "= ?" : " ?"), text);
    }

    private String ordered(String column) {
        return dialect == Dialect.POSTGRESQL ? column + " collate \"C\"" : column;
    }
}
