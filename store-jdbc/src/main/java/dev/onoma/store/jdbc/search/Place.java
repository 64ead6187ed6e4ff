package dev.onoma.store.jdbc.search;

import dev.onoma.core.search.Cursor;
import dev.onoma.core.search.Sort;
import dev.onoma.core.search.UserField;
import java.util.List;
import java.util.Optional;

/**
 * A place in one half of an order: among the users with a value, or among those without, who come behind them. In each
 * half an index gives the next users from any place at the same cost.
 *
 * @param sort the order
 * @param isAmongValues which half
 * @param after behind which user of this half; empty for its beginning
 */
record Place(Sort sort, boolean isAmongValues, Optional<Cursor> after) {
    static Place of(Sort sort, Optional<Cursor> after) {
        return new Place(sort, after.map(cursor -> cursor.value().isPresent()).orElse(true), after);
    }

    /** Behind a user of this half. */
    Place behind(Cursor cursor) {
        return new Place(sort, isAmongValues, Optional.of(cursor));
    }

    /** The beginning of the other half; empty where there is none behind this one. */
    Optional<Place> nextHalf() {
        return isAmongValues && !Columns.isAlwaysThere(sort.field())
                ? Optional.of(new Place(sort, false, Optional.empty()))
                : Optional.empty();
    }

    /** What the rows of this half behind this place fulfil. */
    SqlCondition condition() {
        SqlCondition half = Columns.isAlwaysThere(sort.field())
                ? SqlCondition.TRUE
                : SqlCondition.of(column() + (isAmongValues ? " is not null" : " is null"));
        return SqlCondition.all(List.of(half, after.map(this::behindCursor).orElse(SqlCondition.TRUE)));
    }

    private SqlCondition behindCursor(Cursor cursor) {
        String id = cursor.id().value();
        if (!isAmongValues) {
            return SqlCondition.of("s.user_id > ?", id);
        }
        String behind = sort.isAscending() ? " > ?" : " < ?";
        if (sort.field() == UserField.USER_ID) {
            return SqlCondition.of("s.user_id" + behind, id);
        }
        Object value = cursor.value().orElseThrow();
        String orEqual = sort.isAscending() ? " >= ?" : " <= ?";
        return SqlCondition.of(
                "(" + column() + orEqual + " and (" + column() + behind + " or s.user_id > ?))", value, value, id);
    }

    /** The order of rows, of this user and these counters. */
    String order(String user, String counters) {
        String column = column().replaceFirst("^s\\.", user + ".").replaceFirst("^c\\.", counters + ".");
        String direction = sort.isAscending() ? "" : " desc";
        String id = user + ".user_id";
        if (!isAmongValues) {
            return id;
        }
        return sort.field() == UserField.USER_ID ? id + direction : column + direction + ", " + id;
    }

    private String column() {
        return Columns.of(sort.field());
    }
}
