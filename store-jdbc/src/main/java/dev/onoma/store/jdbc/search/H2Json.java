package dev.onoma.store.jdbc.search;

import dev.onoma.core.search.Condition;
import dev.onoma.core.search.Condition.Equal;
import dev.onoma.core.search.Condition.Like;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * H2 cannot look into JSON as far as queries do. Its text tells at least which rows cannot be meant, since names and
 * texts of these characters have one spelling only.
 */
final class H2Json implements JsonSql {
    private static final Pattern ONE_SPELLING = Pattern.compile("[A-Za-z0-9 .:@_-]+");

    @Override
    public SqlCondition of(String column, List<String> path, Condition condition) {
        List<String> pieces = new ArrayList<>();
        for (String name : path) {
            piece(name).ifPresent(piece -> pieces.add(piece + "\":"));
        }
        value(condition).ifPresent(pieces::add);
        return SqlCondition.all(pieces.stream()
                        .map(piece -> SqlCondition.of(
                                "cast(" + column + " as varchar) like ? escape '!'",
                                "%" + TextSql.escaped(piece) + "%"))
                        .toList())
                .inexact();
    }

    private static Optional<String> value(Condition condition) {
        if (condition instanceof Equal equal) {
            boolean isText = equal.number().isEmpty()
                    && !equal.text().equals("true")
                    && !equal.text().equals("false");
            return isText ? piece(equal.text()).map(piece -> piece + "\"") : Optional.empty();
        }
        return condition instanceof Like like ? piece(like.pattern().prefix()) : Optional.empty();
    }

    private static Optional<String> piece(String text) {
        return ONE_SPELLING.matcher(text).matches() ? Optional.of("\"" + text) : Optional.empty();
    }

    @Override
    public SqlCondition notEmpty(String column) {
        return SqlCondition.of("cast(" + column + " as varchar) <> '{}'");
    }
}
