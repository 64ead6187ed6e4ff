package dev.onoma.store.jdbc.search;

import dev.onoma.core.search.Condition;
import dev.onoma.core.search.Condition.Equal;
import dev.onoma.core.search.Condition.Is;
import dev.onoma.core.search.Condition.Like;
import dev.onoma.core.search.Condition.NumberBetween;
import dev.onoma.core.search.Condition.Present;
import dev.onoma.core.search.Condition.TextBetween;
import dev.onoma.core.search.Condition.TimeBetween;
import dev.onoma.core.search.JsonField;
import dev.onoma.core.search.JsonField.Document;
import dev.onoma.core.search.Query;
import dev.onoma.core.search.Range.Bound;
import dev.onoma.core.search.UserField;
import dev.onoma.store.jdbc.sql.Dialect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes conditions on the rows of {@link Columns} of queries, for one tenant. */
final class Translation {
    private static final String AN_IDENTITY =
            "select 1 from onoma_identities i where i.tenant = s.tenant" + " and i.user_id = s.user_id and ";

    private final TextSql texts;
    private final JsonSql json;

    Translation(Dialect dialect) {
        this.texts = new TextSql(dialect);
        this.json = dialect == Dialect.POSTGRESQL ? new PostgreSqlJson() : new H2Json();
    }

    SqlCondition of(Query query) {
        if (query instanceof Query.AllOf all) {
            return SqlCondition.all(all.parts().stream().map(this::of).toList());
        }
        if (query instanceof Query.AnyOf any) {
            return SqlCondition.any(any.parts().stream().map(this::of).toList());
        }
        if (query instanceof Query.Not not) {
            return of(not.query()).negated();
        }
        return query instanceof Query.Clause clause ? clause(clause) : SqlCondition.TRUE;
    }

    private SqlCondition clause(Query.Clause clause) {
        if (clause.field() instanceof JsonField field) {
            return json(field, clause.condition());
        }
        UserField field = (UserField) clause.field();
        if (clause.condition() instanceof Present) {
            return Columns.isAlwaysThere(field)
                    ? SqlCondition.TRUE
                    : SqlCondition.of(Columns.of(field) + " is not null");
        }
        SqlCondition condition = condition(Columns.of(field), clause.condition());
        return Columns.isOfIdentities(field) ? ofAnIdentity(condition) : condition;
    }

    private static SqlCondition ofAnIdentity(SqlCondition condition) {
        return condition.within("exists (" + AN_IDENTITY, ")");
    }

    private SqlCondition json(JsonField field, Condition condition) {
        if (field.document() == Document.PROFILE_DATA) {
            return ofAnIdentity(json("i.profile_data", field.path(), condition));
        }
        return json("s." + field.document().fieldName(), field.path(), condition);
    }

    private SqlCondition json(String column, List<String> path, Condition condition) {
        if (!path.isEmpty()) {
            return json.of(column, path, condition);
        }
        return condition instanceof Present ? json.notEmpty(column) : SqlCondition.FALSE;
    }

    private SqlCondition condition(String column, Condition condition) {
        if (condition instanceof Equal equal) {
            return SqlCondition.of(column + " = ?", equal.text());
        }
        if (condition instanceof Like like) {
            return texts.like(column, like.pattern());
        }
        if (condition instanceof TextBetween between) {
            return texts.between(column, between);
        }
        if (condition instanceof Is is) {
            return SqlCondition.of(column + " = ?", is.value());
        }
        if (condition instanceof NumberBetween between) {
            return SqlCondition.all(List.of(
                    bound(column, ">", between.range().from()),
                    bound(column, "<", between.range().to())));
        }
        TimeBetween between = (TimeBetween) condition;
        return SqlCondition.all(List.of(
                time(column, ">", between.range().from(), Translation::micros),
                time(column, "<", between.range().to(), Translation::microsFrom)));
    }

    private static <T> SqlCondition bound(String column, String operator, Optional<Bound<T>> bound) {
        return bound.map(each ->
                        SqlCondition.of(column + " " + operator + (each.isInclusive() ? "= ?" : " ?"), each.value()))
                .orElseGet(() -> SqlCondition.of(column + " is not null"));
    }

    /** Engines keep microseconds: a finer bound is moved outwards. */
    private static SqlCondition time(
            String column, String operator, Optional<Bound<Instant>> bound, UnaryOperator<Instant> outwards) {
        Optional<Instant> moved = bound.map(Bound::value).map(outwards);
        if (moved.equals(bound.map(Bound::value))) {
            return bound(column, operator, bound);
        }
        return bound(column, operator, moved.map(time -> new Bound<>(time, true)))
                .inexact();
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant microsFrom(Instant time) {
        Instant micros = micros(time);
        return micros.equals(time) ? time : micros.plus(1, ChronoUnit.MICROS);
    }
}
